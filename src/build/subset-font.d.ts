// subset-font comes without types; this declares what the build uses of it.
declare module 'subset-font' {
  type AxisRange = { readonly min: number; readonly max: number; readonly default?: number };
  type Options = {
    readonly targetFormat?: 'sfnt' | 'woff' | 'woff2';
    /** Tags of the layout features to keep; all without it. */
    readonly keepFeatures?: readonly string[];
    readonly variationAxes?: Readonly<Record<string, number | AxisRange>>;
    /** Keeps every glyph; `text` is then left out. */
    readonly keepAllGlyphs?: boolean;
  };
  export default function subsetFont(font: Uint8Array, text?: string, options?: Options): Promise<Buffer>;
}
