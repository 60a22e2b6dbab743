import { describe, expect, test } from 'vitest';
import { Conversations } from '../src/conversation.js';
import { useAssembly } from './support/assembly.js';

const assembly = useAssembly();
let now = 0;
const talk = () =>
  new Conversations(
    () => assembly().world('2026-11-27'),
    () => now,
  );

describe('what a follow-up stands on', () => {
  test('the last question of the same person, for 30 minutes', () => {
    const c = talk();
    now = 0;
    c.say('an', 'gạch 2021');
    c.say('binh', 'xi măng 2016');
    now = 29 * 60_000;
    expect(c.say('an', 'tăng bao nhiêu').reply.plain).toContain('3,8 %');
    now = 61 * 60_000;
    expect(c.say('binh', 'tăng bao nhiêu').answer.outcome).toBe('refuse');
  });

  test('the message replied to, whatever was asked since and however long ago', () => {
    const c = talk();
    now = 0;
    const brick = c.say('an', 'gạch 2021');
    c.say('an', 'xi măng cả nước 2015');
    now = 5 * 3_600_000;
    const reply = c.say('an', 'tăng bao nhiêu', { about: brick.question }).reply.plain;
    expect(reply).toContain('Gạch');
    expect(reply).toContain('3,8 %');
    // It is the context of what follows, too.
    expect(c.say('an', 'mục tiêu 2022?').reply.plain).toContain('250 triệu viên');
  });

  test('a button that was pressed', () => {
    const c = talk();
    now = 0;
    const [before] = c.say('an', 'gạch 2021').reply.buttons;
    if (!before) throw new Error('no button');
    c.press('an', before.question);
    expect(c.say('an', 'còn đá các loại').reply.plain).toContain('2,2 triệu m³');
  });

  test('an offer is picked by its place, until something else was said', () => {
    const c = talk();
    now = 0;
    c.say('an', 'than 2021');
    expect(c.say('an', 'cái thứ hai').reply.plain).toContain('520 nghìn tấn');
    expect(c.say('an', '2').answer.outcome).toBe('refuse');
  });

  test('what was only carried over is said and can be dropped', () => {
    const c = talk();
    now = 0;
    c.say('an', 'xi măng cả nước từ 2005 đến 2015');
    const target = c.say('an', 'mục tiêu 2022');
    expect(target.reply.plain).toContain('Giữ từ câu trước: xi măng và cả nước');
    const dropped = target.reply.buttons.map((b) => c.press('an', b.question).reply.plain);
    expect(dropped.some((text) => text.includes('250 triệu viên'))).toBe(true);
    c.say('an', 'xi măng cả nước 2015');
    const next = c.say('an', 'năm 2016');
    expect(next.reply.buttons.map((b) => b.label)).toContain('Số của Lạng Sơn');
  });

  test('units and publications of the last answer', () => {
    const c = talk();
    now = 0;
    c.say('an', 'điện thương phẩm 2021');
    expect(c.say('an', 'đổi ra MWh').reply.plain).toContain('890.000 MWh');
    expect(c.say('an', 'theo tỷ kWh').reply.plain).toContain('0,89 tỷ kWh');
    expect(c.say('an', 'theo UBND tỉnh').reply.plain).toContain('không có số này theo UBND tỉnh');
    c.say('an', 'gạch 2021');
    expect(c.say('an', 'bao nhiêu tấn').reply.plain).toContain('không đổi ra tấn được');
  });
});
