/** Paragraphs that share so few words that none is taken for an edit of another. */
export const ferry = 'The ferry between the islands will run every day of the coming summer.';
export const bridge =
  'The bridge was closed in March, after engineers found cracks in two of its cables.';
export const fee =
  'Nobody under the age of twelve pays a fee, and nobody over seventy does either.';
export const lantern = 'Each lantern on the pier was paid for by a family whose name it carries.';
export const sale = 'Tickets are sold at the harbor and by mail, from the first of May on.';
export const orchard =
  'The orchard behind the school will be kept, and its fruit is for the pupils.';
export const meeting =
  'A meeting about the new timetable is held in the town hall on Monday evening.';
export const lamp = 'The lamp at the end of the pier was lit again after eleven dark winters.';
export const well = 'A new well was dug behind the grange, and its water is clear.';
export const choir = 'The choir of the upper village sings in the market hall on Friday.';
export const boats = 'Four boats were built by the pupils, and three of them float.';
