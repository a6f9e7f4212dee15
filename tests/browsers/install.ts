/** Makes sure that all three engines are there; installs what is missing where that is possible. */
import { installWithApt } from '../browser/apt.ts';
import { enginesToTest } from './engines.ts';

const missing = () => enginesToTest().filter(({ find }) => !find());

if (missing().length > 0) {
  const names = missing().map(({ name }) => name);
  console.error(`Installing ${names.join(' and ')} for the browser tests (once, about a minute) …`);
  installWithApt(...missing().flatMap(({ packages }) => packages));
}

const left = missing();
if (left.length > 0) {
  const packages = left.flatMap((engine) => engine.packages).join(' ');
  const others = enginesToTest().filter((engine) => !left.includes(engine));
  console.error(`${left.map(({ name }) => name).join(' and ')} could not be installed. Either of these helps:
  1. install with the system's package manager (Debian, Ubuntu: apt-get install ${packages});
  2. leave out what this machine cannot have: BROWSERS=${others.map(({ name }) => name.toLowerCase()).join(',') || 'chromium'} npm run test:browsers`);
  process.exitCode = 1;
}
