/** The recorded truth, as the tests read it. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type RecordedVariable = {
  readonly name: string;
  readonly type: string;
  readonly repr?: string;
  readonly dtype?: string;
  readonly shape?: readonly number[];
  readonly data?: unknown;
};
export type RecordedStep = {
  readonly line: number;
  readonly func: string;
  readonly depth: number;
  readonly changed: readonly RecordedVariable[];
  readonly deleted?: readonly string[];
  readonly out?: string;
  readonly raised?: string;
  readonly returned?: Omit<RecordedVariable, 'name'>;
  readonly exit?: boolean;
};
export type Recorded = {
  readonly source: string;
  /** True: nothing was traced, and `steps` is empty. */
  readonly stdout_only?: boolean;
  /** How many fields of described variables were removed, because they differ between machines. */
  readonly fields_left_out?: number;
  readonly stdout: string;
  readonly steps: readonly RecordedStep[];
  readonly exception: null | {
    readonly type: string;
    readonly message: string;
    readonly line: number | null;
    readonly func: string | null;
    readonly module_line: number | null;
  };
};

const goldens = fileURLToPath(new URL('../goldens/', import.meta.url));

/** Each recording of a folder under tests/goldens, by name. */
export function recordings(folder: string): { readonly name: string; readonly recorded: Recorded }[] {
  return readdirSync(`${goldens}${folder}`)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      name: file.slice(0, -'.json'.length),
      recorded: JSON.parse(readFileSync(`${goldens}${folder}/${file}`, 'utf8')) as Recorded,
    }));
}

/** The programs of the second set that differ from their recordings, by name. */
export function pending(): ReadonlySet<string> {
  const text = readFileSync(`${goldens}second/pending.txt`, 'utf8');
  return new Set(text.split('\n').filter((line) => line !== ''));
}

/** `run` without those fields of its variables that `recorded` left out. */
export function withoutLeftOut(
  run: readonly RecordedStep[],
  recorded: readonly RecordedStep[],
): readonly RecordedStep[] {
  return run.map((step, index) => {
    const names = new Map(recorded[index]?.changed.map((variable) => [variable.name, variable]));
    const returned = recorded[index]?.returned;
    return {
      ...step,
      changed: step.changed.map((variable) => withFieldsOf(names.get(variable.name), variable)),
      ...(step.returned !== undefined && { returned: withFieldsOf(returned, step.returned) }),
    };
  });
}

/** `described` with the fields that `recorded` has, or whole where nothing was recorded. */
function withFieldsOf<T extends object>(recorded: T | undefined, described: T): T {
  if (recorded === undefined) return described;
  return Object.fromEntries(Object.entries(described).filter(([field]) => field in recorded)) as T;
}

/** What two steps must agree in, in one comparable form. */
export function comparable(step: RecordedStep) {
  const variable = ({ type, repr, dtype, shape, data }: Omit<RecordedVariable, 'name'>) => ({
    type,
    repr,
    dtype,
    shape,
    data,
  });
  return {
    line: step.line,
    func: step.func,
    depth: step.depth,
    exit: step.exit,
    out: step.out,
    raised: step.raised,
    deleted: step.deleted === undefined ? undefined : [...step.deleted].sort(),
    returned: step.returned === undefined ? undefined : variable(step.returned),
    changed: Object.fromEntries(step.changed.map((changed) => [changed.name, variable(changed)])),
  };
}
