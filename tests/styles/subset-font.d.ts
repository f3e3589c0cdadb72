declare module 'subset-font' {
  /** The parts of its API that we use, as its README has them. */
  interface SubsetOptions {
    targetFormat: 'woff2';
    keepFeatures: readonly string[];
    dropTables: readonly string[];
    noHinting: boolean;
    variationAxes: Record<string, number | { min: number; max: number }>;
  }

  /** Makes a font that has the characters of a text alone. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: SubsetOptions,
  ): Promise<Buffer>;
}
