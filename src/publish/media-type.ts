import { lookup } from 'mrmime';

/** The media type of a file, by its name. */
export const mediaTypeOf = (file: string): string => lookup(file) ?? 'application/octet-stream';
