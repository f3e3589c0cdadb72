/**
 * Looks for texts on which our work grows faster than they do: everything repeated, in every place.
 *
 * `npm run trial -- growth [SUBJECT…]` measures those whose names contain a word, all without one. It takes
 * about an hour. What libraries of others do with such a text counts too, so that a line is a question
 * first: whose time is it? An import ends all the same, by its time limit.
 */
import { GrowthMeter, MAX_RATIO } from '../growth/growth.ts';
import { PLACES, UNITS } from '../growth/inputs.ts';
import { SUBJECTS } from '../growth/subjects.ts';

const words = process.argv.slice(2);
const subjects = Object.keys(SUBJECTS).filter(
  (name) => words.length === 0 || words.some((word) => name.includes(word)),
);
const meter = new GrowthMeter();
let [count, steep] = [0, 0];
for (const subject of subjects) {
  for (const place of PLACES) {
    for (const unit of UNITS) {
      const { ratio, time } = await meter.measure(subject, { ...place, unit });
      count++;
      if (ratio <= MAX_RATIO) continue;
      steep++;
      const where = JSON.stringify(place.before ?? '').slice(0, 24);
      console.log(
        `${subject} · ${where} · ${JSON.stringify(unit)} · ×${ratio.toFixed(0)} · ${time.toFixed(0)} ms`,
      );
    }
  }
  console.log(`${subject}: done`);
}
await meter.close();
console.log(`${count} texts, ${steep} on which work grows faster than they do`);
process.exitCode = steep === 0 ? 0 : 1;
