export { chartSpec, type Names } from './chart-spec.js';
export { createPainter, NoPicture, type Painter, type PainterOptions } from './painter.js';
export { figuresOf } from './select.js';
export { NARROW, WIDE } from './sheet.js';
export type { ChartKind, ChartSpec, Drawing, Mark, Point, Series } from './spec.js';
export { type SvgOptions, svgOf } from './svg.js';
export { withLetters } from './typeface.js';
