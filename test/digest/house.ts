import { join } from 'node:path';
import { ask, askQuestion } from '../../src/ask.js';
import { stripHtml } from '../../src/channel/telegram/html.js';
import { renderReply } from '../../src/channel/telegram/render.js';
import { dateIn } from '../../src/clock.js';
import { openDigests } from '../../src/digest/index.js';
import type { Asker, Fate, Photo, Post } from '../../src/digest/ports.js';
import { buildStore } from '../../src/ingest/build.js';
import { loadFiles } from '../../src/ingest/load.js';
import { buildLexicon } from '../../src/question/lexicon.js';
import { openFacts } from '../../src/store/facts.js';
import type { Database } from '../../src/store/open.js';
import { dataFolder, observations, row } from '../ingest/fixtures.js';
import { folder, store } from '../store/folder.js';

/** A moment in Vietnam: «2026-11-25 07:00». */
export const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+07:00`);

export const INDICATORS = `indicator,name,group,kind,unit
xi-mang,Xi măng,xi-mang-clinker,product,tấn
clinker,Clinker,xi-mang-clinker,product,tấn
dien-thuong-pham,Điện thương phẩm,dien,product,kWh
bia,Bia,bia,product,lít
iip,Chỉ số sản xuất công nghiệp,iip,index,%
`;
export const GROUPS = `group,name,rule,members
xi-mang-clinker,Xi măng và clinker,all,xi-mang|clinker
dien,Điện,all,dien-thuong-pham
`;

export const ALIASES = `kind,target,alias
group,dien,điện
`;

/** What is held at first: cement and electricity of 2020, a target for 2022, the country's beer. */
export const BEGINNING = observations(
  row({ time_period: '2020', value: '900000' }),
  row({ time_period: '2020', value: '5', measure: 'growth', basis: 'yoy', unit: '%' }),
  row({ indicator: 'dien-thuong-pham', unit: 'kWh', time_period: '2020', value: '855000000' }),
  row({ time_period: '2022', measure: 'target', status: '', value: '950000' }),
  row({ indicator: 'bia', unit: 'lít', area: 'ca-nuoc', time_period: '2020', value: '4000000000' }),
);

export function askerOf(db: Database, now: () => number): Asker {
  const facts = openFacts(db);
  const world = () => {
    facts.refresh();
    return { today: dateIn(now()), lexicon: buildLexicon(facts.catalogue), facts, previous: null };
  };
  return {
    get facts() {
      facts.refresh();
      return facts;
    },
    today: () => dateIn(now()),
    read: (text) => ask(text, world()),
    ask: (question) => askQuestion(question, world()),
  };
}

/** Keeps what it was given, as a person reads it; `fates` decides what becomes of the next messages. */
export class Tray implements Post {
  readonly sent: { chat: number; thread: number; text: string }[] = [];
  readonly photos: { chat: number; thread: number; photo: Photo }[] = [];
  readonly fates: Fate[] = [];

  draw: Post['draw'] = (blocks) => renderReply({ restated: null, blocks, buttons: [], plain: '' });

  async send(...[place, body, claim]: Parameters<Post['send']>): Promise<Fate> {
    if (!claim()) return { kind: 'unclaimed' };
    const fate = this.fates.shift() ?? { kind: 'sent', message: this.sent.length + 1 };
    if (fate.kind === 'sent') this.sent.push({ ...place, text: stripHtml(body) });
    return fate;
  }

  async sendPhoto(...[place, photo, claim]: Parameters<Post['sendPhoto']>): Promise<Fate> {
    if (!claim()) return { kind: 'unclaimed' };
    const fate = this.fates.shift() ?? { kind: 'sent', message: this.sent.length + 1 };
    if (fate.kind === 'sent') this.photos.push({ ...place, photo });
    return fate;
  }

  textsTo(chat: number): string[] {
    return this.sent.filter((m) => m.chat === chat).map((m) => m.text);
  }
}

export const QUIET = { info() {}, warn() {}, error() {} };

/** A small house: a real store with a little data, a clock to be set, a tray instead of Telegram. */
export function house(file = join(folder(), 'kho.sqlite'), post: Post = new Tray()) {
  const db = store(file);
  const dir = folder();
  buildStore(
    db,
    dataFolder(dir, {
      'indicators.csv': INDICATORS,
      'groups.csv': GROUPS,
      'aliases.csv': ALIASES,
      'observations/a.csv': BEGINNING,
    }),
  );
  const clock = { now: at('2026-11-24 12:00') };
  const log: string[] = [];
  const write = (level: string) => (facts: object, message: string) =>
    void log.push(`${level} ${message} ${JSON.stringify(facts)}`);
  const digests = openDigests({
    db,
    asker: askerOf(db, () => clock.now),
    post,
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    now: () => clock.now,
    owner: `house ${Math.random()}`,
  });
  let files = 0;
  return {
    db,
    digests,
    tray: post as Tray,
    clock,
    log,
    /** An operator loads figures. */
    load(...rows: Record<string, string>[]) {
      files += 1;
      const bytes = Buffer.from(observations(...rows.map((r) => row(r))));
      loadFiles(db, [{ name: `moi-${files}.csv`, bytes }]);
    },
    /** Beats once and waits until everything that can be sent is sent. */
    async beat() {
      await digests.scheduler.beat();
      await digests.courier.run();
    },
  };
}
