/** Which region a province belongs to, an area's id; '' where the data say none. */
export const AREA_REGION = `
ALTER TABLE area ADD COLUMN region TEXT NOT NULL DEFAULT '';
`;
