/** How a licence of `book.yaml` is named to readers and where its text is. */

interface Licence {
  readonly name: string;
  readonly url: string;
}

/** @param spdx an SPDX identifier such as "MIT" or "CC-BY-4.0" */
export function licence(spdx: string): Licence {
  const commons = /^CC-([A-Z-]+)-(\d\.\d)$/.exec(spdx);
  if (commons?.[1] && commons[2])
    return {
      name: `CC ${commons[1]} ${commons[2]}`,
      url: `https://creativecommons.org/licenses/${commons[1].toLowerCase()}/${commons[2]}/`,
    };
  return { name: spdx, url: `https://spdx.org/licenses/${spdx}.html` };
}
