import type { Block } from '../reply/reply.js';
import type { Facts } from '../store/reader.js';
import type { Subscription, Wish } from '../store/subscriptions.js';
import * as say from './desk-words.js';
import { contentText, daysText, line, note, timeText, whenEmptyText } from './words.js';

/** Buttons of one message. */
const MOST_GROUPS = 30;

interface View {
  readonly blocks: readonly Block[];
  readonly rows: readonly (readonly { readonly label: string; readonly act: string }[])[];
}

/** What a place gets, and the buttons that change it; what is chosen is marked. */
export function settingsView(sub: Subscription | null, facts: Facts, follows: boolean): View {
  const wish = sub ?? say.DEFAULT;
  const button = (label: string, act: string, chosen: boolean) => ({
    label: chosen && sub ? say.BUTTONS.chosen(label) : label,
    act,
  });
  const rows = [
    say.HOURS.map((h) =>
      button(timeText({ hour: h, minute: 0 }), `h:${h}`, wish.hour === h && wish.minute === 0),
    ),
    (['daily', 'workdays', 'monday'] as const).map((d) => button(say.BUTTONS[d], `d:${d}`, wish.days === d)),
    [
      ...(['all', 'watch'] as const).map((c) => button(say.BUTTONS[c], `c:${c}`, wish.content === c)),
      button(say.BUTTONS.group, 'g:', wish.content.startsWith('group:')),
    ],
    (['silent', 'line'] as const).map((e) => button(say.BUTTONS[e], `e:${e}`, wish.whenEmpty === e)),
    [button(say.BUTTONS.charts, wish.charts ? 'b:off' : 'b:on', wish.charts)],
    [sub?.state === 'on' ? { label: say.BUTTONS.off, act: 's:off' } : { label: say.BUTTONS.on, act: 's:on' }],
  ];
  if (!sub) return { blocks: [line(say.NOT_SUBSCRIBED)], rows };
  const what = `Bản tin: ${daysText(sub.days)} lúc ${timeText(sub)}; ${contentText(sub.content, facts)}; ${whenEmptyText(sub.whenEmpty)}${sub.charts ? `; ${say.CHARTS_ON}` : ''}.`;
  const state = sub.state === 'on' ? say.NEXT(sub) : sub.state === 'off' ? say.PAUSED : say.NO_TOPIC;
  const blocks = [line(what), line(state)];
  // Only followed series are drawn.
  if (sub.charts && !follows && !sub.content.startsWith('group:')) blocks.push(note(say.NOTHING_TO_DRAW));
  return { blocks, rows };
}

/** The groups that a digest can be about. */
export function groupsView(sub: Subscription | null, facts: Facts): View {
  const rows = facts.catalogue.groups.slice(0, MOST_GROUPS).map(({ id, name }) => {
    const chosen = sub?.content === `group:${id}`;
    return [{ label: chosen ? say.BUTTONS.chosen(name) : name, act: `c:group:${id}` }];
  });
  return { blocks: [line(say.WHICH_GROUP)], rows };
}

/** The wish after a button; null when the button is none of these. */
export function wishOf(act: string, before: Wish, facts: Facts): Wish | null {
  const { hour, minute, days, content, whenEmpty, charts } = before;
  const wish: Wish = { hour, minute, days, content, whenEmpty, charts };
  const [verb, value] = [act.slice(0, 1), act.slice(2)];
  if (verb === 's' && value === 'on') return wish;
  if (verb === 'h' && /^([01]?\d|2[0-3])$/.test(value)) return { ...wish, hour: Number(value), minute: 0 };
  if (verb === 'd' && (value === 'daily' || value === 'workdays' || value === 'monday'))
    return { ...wish, days: value };
  if (verb === 'c' && (value === 'all' || value === 'watch')) return { ...wish, content: value };
  if (verb === 'c' && facts.catalogue.groups.some((g) => value === `group:${g.id}`))
    return { ...wish, content: value as Wish['content'] };
  if (verb === 'b' && (value === 'on' || value === 'off')) return { ...wish, charts: value === 'on' };
  if (verb === 'e' && (value === 'silent' || value === 'line')) return { ...wish, whenEmpty: value };
  return null;
}
