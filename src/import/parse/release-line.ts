import { findDates } from './find-date.ts';
import type { Day } from '../../archive/day.ts';

/** `For Immediate Release`, or the end of an embargo. Places are offsets. */
export interface ReleaseLine {
  end: number;
  /** Until when, as printed; undefined for an immediate release. */
  until: string | undefined;
  /** The same as an instant, where day, hour and zone are all printed. */
  embargo: string | undefined;
  day: Day | undefined;
}

const IMMEDIATE =
  /^[*\s]*(?:for\s+)?immediate\s+(?:release|use|publication)\b[\s:.*–-]*|^[*\s]*para\s+(?:su\s+)?(?:publicaci[oó]n|divulgaci[oó]n|difusi[oó]n|publicaç[aã]o|divulgaç[aã]o)\s+in?mediata\b[\s:.*–-]*|^[*\s]*(?:pour\s+)?(?:diffusion|publication)\s+imm[eé]diate\b[\s:.*–-]*|^[*\s]*zur\s+sofortigen\s+(?:ver[oö]ffentlichung|verwendung)\b[\s:.*–-]*|^[*\s]*(?:(?:để|cần|xin)\s+)?(?:phát\s+hành|công\s+bố|phổ\s+biến)\s+ngay(?:\s+lập\s+tức)?(?!\p{L})[\s:.*–-]*|^[*\s]*(?:(?:供|請|请)?(?:即時|即时|立即|即日)(?:發布|发布|發佈|發表|发表|刊登)|즉시\s*(?:배포|보도))[\s:：.*–-]*|^for\s+release\s*:?(?=\s*(?:$|\n|\s{2}))/iu;
const HELD =
  /^[*\s]*(?:(?:strictly\s+|under\s+)?embargo(?:ed)?(?:\s+for\s+release)?|bajo\s+embargo|sous\s+embargo|sperrfrist|hold\s+for\s+release|not\s+for\s+(?:release|publication)|for\s+release|para\s+publicar)(?:\s*:)?(?:\s*(?:until|till|before|on|after|at|to|a\s+partir\s+del?|hasta(?:\s+el)?|jusqu['’]au|bis))?(?:\s*:)?\s*(?!\s)(?<until>[^\n]{4,90}?|\d\S\S)(?=\s{4,}|\s*$|\n|\s+contact\b)/iu;

/** Characters up to its end, with wide gaps. */
const REACH = 400;

/** The release line at the beginning of a text. */
export function releaseLineAt(text: string): ReleaseLine | undefined {
  const immediate = IMMEDIATE.exec(text);
  if (immediate)
    return { end: immediate[0].length, until: undefined, embargo: undefined, day: undefined };
  const embargoed = HELD.exec(text.slice(0, REACH));
  const until = embargoed?.groups?.['until'] ?? '';
  const [date] = findDates(until);
  const isEmbargo =
    embargoed !== null &&
    (date !== undefined ||
      /\d{1,2}(?:[:.]\d{2})?\s*[ap]\.?m\b|noon|midnight|midday|delivery/iu.test(until));
  if (!isEmbargo) return undefined;
  return {
    end: embargoed[0].length,
    until,
    embargo: date && instantOf(until, date.day),
    day: date?.day,
  };
}

const ZONES: Record<string, string> = {
  UTC: 'Z', GMT: 'Z',
  EST: '-05:00', EDT: '-04:00', CST: '-06:00', CDT: '-05:00',
  MST: '-07:00', MDT: '-06:00', PST: '-08:00', PDT: '-07:00',
}; // prettier-ignore
const NAMED_ZONES: Record<string, string> = {
  ET: 'America/New_York', EASTERN: 'America/New_York',
  CT: 'America/Chicago', CENTRAL: 'America/Chicago',
  MT: 'America/Denver', MOUNTAIN: 'America/Denver',
  PT: 'America/Los_Angeles', PACIFIC: 'America/Los_Angeles',
}; // prettier-ignore

/** Day, hour and zone as ISO 8601; undefined where the zone or the hour is not printed. */
function instantOf(text: string, day: Day): string | undefined {
  const time =
    /(?<hour>\d{1,2})(?::(?<minute>\d{2}))?\s*(?<half>[ap])\.?\s?m\b\.?|(?<word>noon|midnight)/iu.exec(
      text,
    )?.groups;
  const zone = /\b(UTC|GMT|[ECMP][SD]?T|Eastern|Central|Mountain|Pacific)\b/iu
    .exec(text)?.[1]
    ?.toUpperCase();
  if (time === undefined || zone === undefined) return undefined;
  const offset = ZONES[zone] ?? offsetOf(NAMED_ZONES[zone], day);
  if (offset === undefined) return undefined;
  const hour = time['word']
    ? /noon/i.test(time['word'])
      ? 12
      : 0
    : (Number(time['hour']) % 12) + (/p/i.test(time['half'] ?? '') ? 12 : 0);
  if (hour > 23) return undefined;
  return `${day}T${String(hour).padStart(2, '0')}:${time['minute'] ?? '00'}:00${offset}`;
}

/** The offset that a zone has at noon of a day: `-07:00`. */
function offsetOf(timeZone: string | undefined, day: Day): string | undefined {
  if (timeZone === undefined) return undefined;
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    timeZoneName: 'longOffset',
  }).formatToParts(Date.parse(`${day}T12:00:00Z`));
  return parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', '');
}
