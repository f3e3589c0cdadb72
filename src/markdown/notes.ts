import type { Position } from 'unist';
import type { VFile } from 'vfile';

/** Anything with a place in the file, such as a node of a tree. */
export interface Positioned {
  position?: Position | undefined;
}

/** Reports something that prevents a release from being published; the run goes on, to find the rest. */
export function error(file: VFile, node: Positioned, ruleId: string, reason: string, hint: string) {
  const message = file.message(reason, { place: node.position, ruleId });
  message.fatal = true;
  message.note = hint;
}

/** Notes something that readers would trip over. */
export function warn(file: VFile, node: Positioned, ruleId: string, reason: string, hint: string) {
  file.message(reason, { place: node.position, ruleId }).note = hint;
}
