import { has } from '../said.js';
import { thresholdOf } from '../threshold.js';
import { named, names, type Sight } from './sight.js';

/** Words that mean every province; «tỉnh có …» means them only beside a superlative or a threshold. */
export const PROVINCES =
  /\b(cac|nhung|may|bao nhieu|ba|tung|moi|63|toan bo) (tinh|dia phuong|vung|dia ban)\b|\b(tinh|dia phuong|dia ban|vung) nao\b|\btinh thanh\b|(?<!\d)(\d{1,2}|hai|ba|bon|nam|sau|bay|tam|chin|muoi) tinh\b/;

/** Is a set of provinces asked about? */
export const overAreas = (s: Sight): boolean =>
  (names(s) >= 1 || (named(s) && s.slots.subject.from === 'context')) &&
  (PROVINCES.test(s.folded) ||
    (has(s.marks, 'areas') &&
      (has(s.marks, 'most', 'least', 'rank', 'nth', 'top') || thresholdOf(s.marks) !== null)));
