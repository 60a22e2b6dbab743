import { TZDate } from '@date-fns/tz';
import { Cron } from 'croner';
import { format } from 'date-fns/format';
import { ZONE } from '../clock.js';
import type { Days, Wish } from '../store/subscriptions.js';

/** A slot missed by a stopped program is still sent when it is no older than this. */
export const FRESH_MS = 2 * 60 * 60_000;

/** Longer than between any two slots of a subscription. */
const LONGEST_GAP_MS = 8 * 24 * 60 * 60_000;

const WEEKDAYS: Record<Days, string> = { daily: '*', workdays: '1-5', monday: '1' };

type Times = Pick<Wish, 'hour' | 'minute' | 'days'>;

const crons = new Map<string, Cron>();

function cronOf({ hour, minute, days }: Times): Cron {
  const pattern = `${minute} ${hour} * * ${WEEKDAYS[days]}`;
  let cron = crons.get(pattern);
  if (!cron) {
    // Without a function it never fires: it only tells times.
    cron = new Cron(pattern, { timezone: ZONE });
    crons.set(pattern, cron);
  }
  return cron;
}

/** The first slot after a moment, in Vietnam's time. */
export function nextSlot(times: Times, after: number): number {
  return (cronOf(times).nextRun(new Date(after)) as Date).getTime();
}

/** A due subscription: the slot to serve (the last that has come) and the one after it. */
export function slotOf(times: Times & { readonly nextAt: number }, now: number) {
  let slot = times.nextAt;
  // After a long stop the slots between are of no use to anybody.
  if (now - slot > LONGEST_GAP_MS) slot = nextSlot(times, now - LONGEST_GAP_MS);
  let next = nextSlot(times, slot);
  while (next <= now) {
    slot = next;
    next = nextSlot(times, slot);
  }
  return { slot, next };
}

/** A slot's name, the same for whoever plans it: «2026-11-25T07:00». */
export const slotName = (slot: number): string => format(new TZDate(slot, ZONE), "yyyy-MM-dd'T'HH:mm");

/** Monday is 1, Sunday 7. */
export const weekday = (ms: number): number => Number(format(new TZDate(ms, ZONE), 'i'));

/** The day in Vietnam as a person reads it: «25/11/2026». */
export const dayName = (ms: number): string => format(new TZDate(ms, ZONE), 'dd/MM/yyyy');
