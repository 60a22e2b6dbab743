import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Buttons, canonicalJson } from '../../src/store/buttons.js';
import { Inbox } from '../../src/store/inbox.js';
import { Pictures } from '../../src/store/pictures.js';
import { folder, store } from './folder.js';

const update = (update_id: number, chat_id: number | null = 7) => ({
  update_id,
  chat_id,
  body: `{"n":${update_id}}`,
});

describe('Inbox', () => {
  it('stores updates with the offset, each once, and gives them back in order', () => {
    const inbox = new Inbox(store());
    expect(inbox.offset()).toBe(0);
    expect(inbox.receive([update(12), update(10, null)], 13, 1000)).toEqual([12, 10]);
    expect(inbox.receive([update(12), update(13)], 14, 2000)).toEqual([13]);
    expect(inbox.offset()).toBe(14);
    expect(inbox.pending().map((u) => u.update_id)).toEqual([10, 12, 13]);
    expect(inbox.pending()[0]).toEqual({
      update_id: 10,
      chat_id: null,
      body: '{"n":10}',
      received_at: 1000,
      attempts: 0,
      parts: 0,
    });
    inbox.sent(12, 2);
    expect(inbox.pending().map((u) => u.parts)).toEqual([0, 2, 0]);
  });

  it('stores neither updates nor offset when one cannot be stored', () => {
    const inbox = new Inbox(store());
    const bad = { update_id: 2, chat_id: 1, body: null as unknown as string };
    expect(() => inbox.receive([update(1), bad], 3, 0)).toThrow();
    expect(inbox.pending()).toEqual([]);
    expect(inbox.offset()).toBe(0);
  });

  it('survives a reopening, counts attempts, finishes and forgets', () => {
    const file = join(folder(), 'kho.sqlite');
    new Inbox(store(file)).receive([update(1), update(2), update(3)], 4, 1000);
    const inbox = new Inbox(store(file));
    expect(inbox.attempt(1)).toBe(1);
    expect(inbox.attempt(1)).toBe(2);
    inbox.done(1);
    inbox.failed(2, 'hỏng');
    expect(inbox.pending().map((u) => u.update_id)).toEqual([3]);
    expect(inbox.prune(1000)).toBe(0);
    expect(inbox.prune(1001)).toBe(2);
    expect(inbox.pending().map((u) => u.update_id)).toEqual([3]);
    expect(inbox.offset()).toBe(4);
  });
});

describe('Buttons', () => {
  it('gives equal questions the same short key', () => {
    const buttons = new Buttons(store());
    const key = buttons.keep({ kind: 'value', periods: ['2021'], deep: { b: 1, a: null } }, 1000);
    expect(key).toMatch(/^[\w-]{16}$/);
    expect(buttons.keep({ deep: { a: null, b: 1 }, periods: ['2021'], kind: 'value' }, 2000)).toBe(key);
    expect(buttons.keep({ kind: 'value', periods: ['2022'] }, 1000)).not.toBe(key);
    expect(buttons.find(key)).toEqual({ kind: 'value', periods: ['2021'], deep: { b: 1, a: null } });
    expect(buttons.find('khongcokhoanaynh')).toBeNull();
    expect(buttons.prune(1500)).toBe(1);
    expect(buttons.find(key)).not.toBeNull();
  });

  it('keeps the order of lists in canonical JSON', () => {
    expect(canonicalJson({ b: [2, 1], a: undefined })).toBe('{"b":[2,1]}');
  });
});

describe('Pictures', () => {
  it('are known to the bot that sent them, by what they show, until they are forgotten', () => {
    const pictures = new Pictures(store(join(folder(), 'kho.sqlite')));
    pictures.keep(700, 'a', 'file-1', 10);
    pictures.keep(700, 'b', 'file-2', 10);
    expect(pictures.find(700, 'a')).toBe('file-1');
    expect(pictures.find(701, 'a')).toBeNull();
    pictures.keep(700, 'a', 'file-3', 20);
    expect(pictures.prune(20)).toBe(1);
    expect([pictures.find(700, 'a'), pictures.find(700, 'b')]).toEqual(['file-3', null]);
    pictures.forget(700, 'a');
    expect(pictures.find(700, 'a')).toBeNull();
  });
});
