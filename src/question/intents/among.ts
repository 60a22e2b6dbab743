import { COUNTRY } from '../../stats/facts.js';
import type { Sight } from './sight.js';

/** «vùng nào», «các vùng», «6 vùng»: the regions, not the provinces of one. */
const REGIONS =
  /\b(vung|vung kinh te|vung mien) nao\b|\b(cac|nhung|may|bao nhieu|tung|moi|\d|sau) vung\b(?! (trung du|dong bang|tay nguyen|dong nam|bac trung))/;

/**
 * The areas that a ranking sets side by side where it is not every province: the regions, the provinces named, the
 * provinces of the region named. Null for every province.
 */
export function amongAreas(s: Sight): readonly string[] | null {
  const { areas } = s.world.lexicon.catalogue;
  const kindOf = (id: string) => areas.find((a) => a.id === id)?.kind;
  const said = (s.said.areas ?? []).filter((a) => a !== COUNTRY);
  const regions = said.filter((a) => kindOf(a) === 'region');
  const provinces = said.filter((a) => kindOf(a) === 'province');
  const everyRegion = areas.filter((a) => a.kind === 'region').map((a) => a.id);
  if (REGIONS.test(s.folded) && !/\btinh\b/.test(s.folded) && provinces.length === 0) return everyRegion;
  // «Tây Nguyên đứng thứ mấy» beside the other regions; «các tỉnh Tây Nguyên», «trong vùng …» are its provinces.
  if (regions.length > 0 && provinces.length === 0 && !/\b(tinh|dia phuong)\b/.test(s.folded))
    return regions.length > 1 ? regions : everyRegion;
  if (regions.length > 0)
    return areas.filter((a) => regions.includes(a.region) || provinces.includes(a.id)).map((a) => a.id);
  return provinces.length > 1 ? provinces : null;
}
