import { expect, test } from 'vitest';
import { nextSlot, slotName, slotOf } from '../../src/digest/times.js';
import { at } from './house.js';

const seven = { hour: 7, minute: 0, days: 'daily' } as const;

test('slots are counted in Vietnam, whatever the zone of the machine', () => {
  expect(nextSlot(seven, at('2026-11-25 06:59'))).toBe(at('2026-11-25 07:00'));
  expect(nextSlot(seven, at('2026-11-25 07:00'))).toBe(at('2026-11-26 07:00'));
  // 25 November 2026 is a Wednesday.
  const workdays = { hour: 17, minute: 30, days: 'workdays' } as const;
  expect(nextSlot(workdays, at('2026-11-27 18:00'))).toBe(at('2026-11-30 17:30'));
  expect(nextSlot({ ...seven, days: 'monday' }, at('2026-11-25 07:00'))).toBe(at('2026-11-30 07:00'));
  expect(slotName(at('2026-01-01 00:05'))).toBe('2026-01-01T00:05');
});

test('of several missed slots only the last one counts', () => {
  const due = { ...seven, nextAt: at('2026-11-22 07:00') };
  expect(slotOf(due, at('2026-11-25 08:00'))).toEqual({
    slot: at('2026-11-25 07:00'),
    next: at('2026-11-26 07:00'),
  });
  expect(slotOf({ ...seven, nextAt: at('2020-01-01 07:00') }, at('2026-11-25 06:00')).slot).toBe(
    at('2026-11-24 07:00'),
  );
});
