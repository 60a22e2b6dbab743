/** The sheet that a picture is drawn on: its width, margins and sizes of type, all in px. */
export interface Sheet {
  readonly width: number;
  readonly margin: number;
  /** Height of the field in which columns and lines stand. */
  readonly plot: number;
  readonly title: number;
  readonly subtitle: number;
  /** Legend, names and values. */
  readonly text: number;
  readonly foot: number;
  /** Too little room for many columns beside each other or for long names beside bars. */
  readonly narrow: boolean;
}

/** For Telegram and for a page on a desk. */
export const WIDE = 900;
/** For a page on a phone 360 px wide, its own margins taken off; type keeps a size that can be read there. */
export const NARROW = 344;
/** Below this the layout for phones is taken. */
const PHONE = 560;
const LEAST = 260;

/** A sheet of `width` px; less than 260 is drawn as 260. */
export function sheetOf(width: number): Sheet {
  const narrow = width < PHONE;
  return {
    width: Math.max(Math.round(width), LEAST),
    margin: narrow ? 14 : 36,
    plot: narrow ? 240 : 300,
    title: narrow ? 18 : 23,
    subtitle: narrow ? 14 : 17,
    text: narrow ? 14 : 16,
    foot: narrow ? 12 : 14,
    narrow,
  };
}
