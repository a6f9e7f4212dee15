/**
 * A test runner for Stryker that loads the tests once and runs each mutant in the same process, some milliseconds
 * instead of a new worker of Vitest for each. A kill counts when the same test passes without the mutant.
 */
import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { INSTRUMENTER_CONSTANTS, type MutantCoverage } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
} from '@stryker-mutator/api/test-runner';
import fc from 'fast-check';
import { type CollectedTest, collect } from './collect.ts';

const standIn = new URL('./collect.ts', import.meta.url).href;
const testFiles = 'tests/tensor/**/*.test.ts';

/** Calls what stands under this name; a script, unlike a function, can be stopped when it never ends. */
const call = new Script('runTest()');

/** The folder of src/tensor or tests/tensor, or none: `src/tensor/format/measure.ts` is in `format`. */
const folderOf = (path: string): string => /^\w+\/tensor\/(\w+)\//.exec(path)?.[1] ?? '';

const isTimeout = (error: unknown): boolean => String(error).includes('Script execution timed out');

/** What Stryker's instrumented code reads and writes. */
interface Switchboard {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: MutantCoverage;
}

class InProcessRunner implements TestRunner {
  private readonly stryker: Switchboard = {};
  private readonly milliseconds = new Map<string, number>();
  private tests: ReadonlyMap<string, CollectedTest> = new Map();
  private generation = 0;
  /** The folder whose tests are loaded; undefined when all are. */
  private loaded: string | undefined;
  private clean = false;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    Object.assign(globalThis, { [INSTRUMENTER_CONSTANTS.NAMESPACE]: this.stryker });
    // The same draws for each mutant, and no search for the smallest one that fails.
    fc.configureGlobal({ seed: 1, endOnFailure: true });
    const sandbox = pathToFileURL(`${process.cwd()}/`).href;
    registerHooks({
      resolve: (specifier, context, next) => {
        if (specifier === 'vitest' && context.parentURL !== standIn) return next(standIn, context);
        const found = next(specifier, context);
        const ours = found.url.startsWith(sandbox) && !found.url.includes('/node_modules/');
        return ours ? { ...found, url: `${found.url}?generation=${this.generation}` } : found;
      },
    });
  }

  async dryRun(): Promise<DryRunResult> {
    await this.load();
    this.clean = true;
    const tests: TestResult[] = [];
    for (const test of this.tests.values()) {
      this.stryker.currentTestId = test.id;
      tests.push(await this.result(test));
      this.stryker.currentTestId = undefined;
    }
    const { mutantCoverage } = this.stryker;
    return { status: DryRunStatus.Complete, tests, ...(mutantCoverage && { mutantCoverage }) };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const whileLoading = options.mutantActivation === 'static';
    const { id } = options.activeMutant;
    // A mutant is judged by the tests of its own folder.
    const folder = folderOf(relative(process.cwd(), options.sandboxFileName));
    const reloads = whileLoading || !this.clean || (this.loaded ?? folder) !== folder;
    try {
      this.stryker.hitLimit = options.hitLimit;
      this.stryker.hitCount = options.hitLimit === undefined ? undefined : 0;
      this.stryker.activeMutant = whileLoading ? id : undefined;
      if (reloads) await this.load(folder);
      this.stryker.activeMutant = id;
      const result = await this.attempt(options, folder);
      this.stryker.activeMutant = undefined;
      this.clean = !whileLoading && result.status !== MutantRunStatus.Timeout;
      if (result.status !== MutantRunStatus.Killed || whileLoading) return result;
      this.clean = await this.passes(result.killedBy);
      // What an earlier mutant has left behind may be what failed: again, from a fresh start.
      return this.clean || reloads ? result : await this.mutantRun(options);
    } catch (error) {
      this.clean = false;
      return { status: MutantRunStatus.Error, errorMessage: String(error) };
    }
  }

  /** Loads the code and the tests afresh, all or those of one folder. */
  private async load(folder?: string): Promise<void> {
    this.generation += 1;
    const files = globSync(testFiles).filter((file) => folder === undefined || folderOf(file) === folder);
    this.tests = await collect(files.sort(), (file) => import(pathToFileURL(file).href));
    this.loaded = folder;
  }

  /** Runs the tests of `folder` that reach the mutant, the quickest first, to the first that fails. */
  private async attempt(
    { testFilter, hitLimit }: MutantRunOptions,
    folder: string,
  ): Promise<MutantRunResult> {
    const ids = [...(testFilter ?? this.tests.keys())].filter((id) => folderOf(id) === folder);
    ids.sort((a, b) => (this.milliseconds.get(a) ?? 0) - (this.milliseconds.get(b) ?? 0));
    let nrOfTests = 0;
    for (const id of ids) {
      const test = this.tests.get(id);
      if (!test) throw new Error(`no test is named ${id}`);
      const result = await this.result(test);
      nrOfTests += 1;
      const { hitCount } = this.stryker;
      if (hitCount !== undefined && hitLimit !== undefined && hitCount > hitLimit)
        return { status: MutantRunStatus.Timeout, reason: `reached ${hitCount} times` };
      if (result.status !== TestStatus.Failed) continue;
      const { failureMessage } = result;
      return isTimeout(failureMessage)
        ? { status: MutantRunStatus.Timeout, reason: failureMessage }
        : { status: MutantRunStatus.Killed, killedBy: [id], failureMessage, nrOfTests };
    }
    return { status: MutantRunStatus.Survived, nrOfTests };
  }

  /** How long a test may take, in milliseconds of the processor: far longer than it ever did. */
  private patience(id: string): number {
    return Math.round(1000 + 20 * (this.milliseconds.get(id) ?? 50));
  }

  private async passes(ids: readonly string[]): Promise<boolean> {
    for (const id of ids) {
      const test = this.tests.get(id);
      if (!test || (await this.result(test)).status === TestStatus.Failed) return false;
    }
    return true;
  }

  private async result(test: CollectedTest, clock = this.patience(test.id)): Promise<TestResult> {
    const { id, file, start: startPosition, run } = test;
    const before = process.cpuUsage();
    const about = () => {
      const { user, system } = process.cpuUsage(before);
      return { id, name: id, fileName: resolve(file), startPosition, timeSpentMs: (user + system) / 1000 };
    };
    Object.assign(globalThis, { runTest: run });
    try {
      await call.runInThisContext({ timeout: clock });
      const passed = about();
      const { timeSpentMs } = passed;
      this.milliseconds.set(id, Math.min(timeSpentMs, this.milliseconds.get(id) ?? timeSpentMs));
      return { ...passed, status: TestStatus.Success };
    } catch (error) {
      const failed = about();
      // On a machine that does other things the clock runs on while the test does not.
      if (isTimeout(error) && failed.timeSpentMs < this.patience(id) / 2) return this.result(test, 4 * clock);
      return { ...failed, status: TestStatus.Failed, failureMessage: String(error) };
    }
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
