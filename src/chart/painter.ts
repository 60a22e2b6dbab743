import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FONT } from './draw.js';
import { WIDE } from './sheet.js';

/**
 * Turns SVG into PNG in a process of its own, so that a picture never delays an answer. A thread would share memory and
 * collectors with the answers, and take the bot along where the renderer crashes.
 */

const WORKER = new URL('./raster.worker.mjs', import.meta.url);
const FONTS = ['Regular', 'SemiBold'].map((face) =>
  fileURLToPath(new URL(`../../assets/fonts/BeVietnamPro-${face}.ttf`, import.meta.url)),
);

const PIXELS = 1280;

/** A small heap and one helper: the pixels lie outside of it. */
const FLAGS = ['--expose-gc', '--max-old-space-size=64', '--max-semi-space-size=4', '--v8-pool-size=1'];

/** No picture: the queue is full, it took too long, or the drawing failed. The message is for the log. */
export class NoPicture extends Error {
  override readonly name = 'NoPicture';
  constructor(
    readonly reason: 'full' | 'late' | 'failed' | 'closed',
    message: string,
  ) {
    super(message);
  }
}

export interface PainterOptions {
  /** Pictures that may wait; one more is refused at once. Default 50. */
  readonly limit?: number;
  /** Milliseconds from asking to having. Default 10,000. */
  readonly deadline?: number;
  /** Pixels to a unit of the SVG. By default a wide picture has 1,280: more would be scaled down by Telegram, and blurred. */
  readonly zoom?: number;
  /** The worker's program and the fonts; for tests. */
  readonly worker?: URL;
}

export interface Painter {
  /** PNG bytes of an SVG; rejects with {@link NoPicture}. */
  pngOf(svg: string): Promise<Uint8Array>;
  /** Pictures asked for and not yet given. */
  readonly waiting: number;
  /** Of the drawing process, for measuring; undefined where none runs. */
  readonly pid: number | undefined;
  /** Ends the process; what still waits is rejected. */
  close(): Promise<void>;
}

interface Job {
  readonly id: number;
  readonly svg: string;
  readonly done: (bytes: Uint8Array) => void;
  readonly fail: (why: NoPicture) => void;
  timer: NodeJS.Timeout;
}

/** A painter with one process, started at the first picture and again after it died. Throws where a font is missing. */
export function createPainter(options: PainterOptions = {}): Painter {
  const { limit = 50, deadline = 10_000, zoom = PIXELS / WIDE, worker: program = WORKER } = options;
  // Without its font the renderer draws no letters and says nothing.
  for (const font of FONTS) if (!existsSync(font)) throw new Error(`no such font: ${font}`);
  const queue: Job[] = [];
  let current: Job | null = null;
  let hand: ChildProcess | null = null;
  let closed = false;
  let next = 1;

  const start = (): ChildProcess => {
    const made = fork(program, [JSON.stringify({ fonts: FONTS, family: FONT, zoom })], {
      execArgv: FLAGS,
      serialization: 'advanced',
      env: environment(),
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    made.on('message', (answer: { id: number; bytes?: Uint8Array; error?: string }) => {
      if (hand !== made || !current || current.id !== answer.id) return;
      const job = current;
      current = null;
      clearTimeout(job.timer);
      if (answer.bytes) job.done(answer.bytes);
      else job.fail(new NoPicture('failed', answer.error ?? 'no bytes'));
      pump();
    });
    made.on('error', (cause) => lost(made, cause.message));
    made.on('exit', (code, signal) => lost(made, `the drawing process ended: ${signal ?? code}`));
    return made;
  };

  /** The process is gone: the picture in hand is lost, the others go to a new one. */
  const lost = (gone: ChildProcess, why: string) => {
    if (hand !== gone) return;
    hand = null;
    const job = current;
    current = null;
    if (job) {
      clearTimeout(job.timer);
      job.fail(new NoPicture('failed', why));
    }
    pump();
  };

  const pump = () => {
    if (closed || current) return;
    const job = queue.shift();
    if (!job) {
      rest(hand);
      return;
    }
    current = job;
    hand ??= start();
    wake(hand);
    const sent = hand;
    // One that is just ending takes nothing more.
    sent.send({ id: job.id, svg: job.svg }, (fault) => fault && lost(sent, fault.message));
  };

  const late = (job: Job) => {
    const at = queue.indexOf(job);
    if (at >= 0) queue.splice(at, 1);
    job.fail(new NoPicture('late', `no picture within ${deadline} ms`));
    if (current !== job) return;
    // One that hangs cannot be asked to stop.
    current = null;
    const hung = hand;
    hand = null;
    hung?.kill('SIGKILL');
    pump();
  };

  return {
    pngOf: (svg) =>
      new Promise((done, fail) => {
        if (closed) return fail(new NoPicture('closed', 'the painter is closed'));
        if (queue.length >= limit) return fail(new NoPicture('full', `${limit} pictures wait already`));
        const job: Job = { id: next++, svg, done, fail, timer: setTimeout(() => late(job), deadline) };
        queue.push(job);
        pump();
      }),
    get waiting() {
      return queue.length + (current ? 1 : 0);
    },
    get pid() {
      return hand?.pid;
    },
    async close() {
      closed = true;
      for (const job of [...queue.splice(0), ...(current ? [current] : [])]) {
        clearTimeout(job.timer);
        job.fail(new NoPicture('closed', 'the painter is closed'));
      }
      current = null;
      const last = hand;
      hand = null;
      if (!last || last.exitCode !== null || last.signalCode !== null) return;
      // What rests would not hold the program up until it has ended.
      wake(last);
      const ended = once(last, 'exit');
      last.kill('SIGKILL');
      await ended;
    },
  };
}

/** Of the bot's environment only what a program needs to start; no secrets. One arena keeps freed pixels together. */
function environment(): NodeJS.ProcessEnv {
  const needed = ['PATH', 'LD_LIBRARY_PATH', 'SystemRoot'];
  const kept = Object.entries(process.env).filter(([name]) => needed.includes(name));
  return { ...Object.fromEntries(kept), MALLOC_ARENA_MAX: '1' };
}

/** Without a picture in hand it keeps no program from ending. */
function rest(hand: ChildProcess | null): void {
  hand?.unref();
  hand?.channel?.unref();
}

function wake(hand: ChildProcess): void {
  hand.ref();
  hand.channel?.ref();
}
