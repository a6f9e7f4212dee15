/** Worked arithmetic as a reader would check it: each step of a line is computed from the numbers that are written in it. */

/** A written number: a true minus, a power of ten. */
export function readWritten(text: string): number {
  const [digits = '', raised] = text.replace('≈ ', '').split(' × 10');
  const plain = Number(digits.replaceAll('−', '-'));
  return raised === undefined ? plain : plain * 10 ** Number(fromSuperscript(raised));
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function fromSuperscript(raised: string): string {
  return [...raised].map((mark) => (mark === '⁻' ? '-' : SUPERSCRIPTS.indexOf(mark))).join('');
}

/** The value of "2 · (−0.5) + 0.3" or "max(0, −0.31)"; NaN for what holds names. */
export function evaluated(text: string): number {
  const largest = /^max\((.*), (.*)\)$/.exec(text);
  if (largest) return Math.max(evaluated(largest[1] ?? ''), evaluated(largest[2] ?? ''));
  return text
    .split(' + ')
    .map((term) =>
      term
        .split(' · ')
        .map((factor) => readWritten(factor.replace(/^\((.*)\)$/, '$1')))
        .reduce((product, factor) => product * factor, 1),
    )
    .reduce((sum, term) => sum + term, 0);
}

/** The steps of a line that are numbers, each as what it comes to. */
export function stepValues(line: string): readonly number[] {
  return line
    .split(/ [=≈] /)
    .map(evaluated)
    .filter((value) => !Number.isNaN(value));
}
