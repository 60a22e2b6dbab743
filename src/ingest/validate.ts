import { type Batch, emptyBatch, type Known } from './batch.js';
import type { FileKind } from './columns.js';
import { type Faults, INVISIBLE, quote } from './faults.js';
import type { ReadFile } from './read.js';
import { Row } from './row.js';
import {
  checkReferences,
  readAlias,
  readArea,
  readGroup,
  readIndicator,
  readSource,
  type Told,
} from './validate-catalogue.js';
import { checkObservations, readObservation } from './validate-observations.js';

const READERS: Record<FileKind, (row: Row, batch: Batch) => void> = {
  indicators: readIndicator,
  areas: readArea,
  sources: readSource,
  groups: readGroup,
  aliases: readAlias,
  observations: readObservation,
};

/**
 * Judges all files of a load together. Every fault is added to `faults`; the batch may be written only
 * if there is none. Ids that any of the files declares count for all of them.
 */
export function validate(files: readonly ReadFile[], known: Known, faults: Faults): Batch {
  const batch = emptyBatch();
  for (const file of files) {
    for (const record of file.records) {
      const row = new Row(record, faults);
      checkCharacters(row);
      READERS[file.kind](row, batch);
    }
  }
  const told: Told = (at, column, message) => faults.add(at.file, at.line, column, message);
  checkReferences(batch, known, told);
  checkObservations(batch, known, told);
  return batch;
}

const ANY_INVISIBLE = new RegExp(INVISIBLE.source, 'u');

function checkCharacters(row: Row): void {
  for (const [column, text] of Object.entries(row.record.cells)) {
    if (ANY_INVISIBLE.test(text)) {
      row.fault(
        column,
        `${quote(text)} có ký tự ẩn, xuống dòng hoặc chữ hỏng; hãy gõ lại ô này trên một dòng`,
      );
    }
  }
}
