/** WebKitGTK, driven by its own WebDriver on a display of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { Builder, By, Key, Origin, type WebDriver } from 'selenium-webdriver';
import { freePort } from '../browser/free-port.ts';
import { comeToRest } from './come-to-rest.ts';
import { type Reader, WINDOW } from './reader.ts';

const KEYS = { Tab: Key.TAB, Enter: Key.ENTER, ArrowRight: Key.ARROW_RIGHT, ArrowUp: Key.ARROW_UP };
const STEPS = 8;
const START_MS = 20_000;

/** Programs that run until the reader is closed. */
class Programs {
  readonly #running: ChildProcess[] = [];

  start(program: string, args: string[], env = process.env): ChildProcess {
    // The display writes its number to the fourth stream.
    const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    this.#running.unshift(child);
    return child;
  }

  async stop(): Promise<void> {
    for (const child of this.#running) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill();
      await once(child, 'exit');
    }
  }
}

async function startDisplay(programs: Programs): Promise<string> {
  const screen = `${WINDOW.width}x${WINDOW.height}x24`;
  const xvfb = programs.start('Xvfb', ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp']);
  const [number] = await once(xvfb.stdio[3] as Readable, 'data');
  return `:${String(number).trim()}`;
}

async function startDriver(programs: Programs, display: string): Promise<string> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const driver = programs.start('WebKitWebDriver', [`--port=${port}`], { ...process.env, DISPLAY: display });
  for (const end = Date.now() + START_MS; Date.now() < end; await delay(50)) {
    if (driver.exitCode !== null) break;
    const answer = await fetch(`${address}/status`).catch(() => undefined);
    if (answer?.ok) return address;
  }
  throw new Error('WebKitWebDriver does not start. Does "WebKitWebDriver --port=4444" run by hand?');
}

/** `miniBrowser` is the path of WebKitGTK's test browser. */
export async function openWebKit(miniBrowser: string): Promise<Reader> {
  const programs = new Programs();
  try {
    const display = await startDisplay(programs);
    const driver = await new Builder()
      .usingServer(await startDriver(programs, display))
      .withCapabilities({
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] },
      })
      .build();
    await driver
      .manage()
      .window()
      .setRect({ x: 0, y: 0, ...WINDOW });
    return readerOf(driver, async () => {
      await driver.quit();
      await programs.stop();
    });
  } catch (error) {
    await programs.stop();
    throw error;
  }
}

function readerOf(driver: WebDriver, close: () => Promise<void>): Reader {
  const find = async (selector: string) => {
    await driver.executeScript(comeToRest, selector);
    return driver.findElement(By.css(selector));
  };
  return {
    open: (url) => driver.get(url),
    inPage: (run, ...args) => driver.executeScript(run, ...args),
    press: (key) => driver.actions().sendKeys(KEYS[key]).perform(),
    type: (text) => driver.actions().sendKeys(text.replaceAll('\n', Key.ENTER)).perform(),
    click: async (selector) => (await find(selector)).click(),
    choose: async (selector, value) => (await find(`${selector} option[value="${value}"]`)).click(),
    async drag(selector, [x, y]) {
      const actions = driver
        .actions()
        .move({ origin: await find(selector) })
        .press();
      for (let step = 0; step < STEPS; step += 1)
        actions.move({ origin: Origin.POINTER, x: Math.round(x / STEPS), y: Math.round(y / STEPS) });
      await actions.release().perform();
    },
    close,
  };
}
