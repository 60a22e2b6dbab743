import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Fault, LoadError } from '../../src/ingest/faults.js';

export const OBSERVATIONS =
  'indicator,area,level,measure,time_period,basis,value,value_to,unit,bound,status,as_published,trust,source,place,note';

export const INDICATORS = `indicator,name,group,kind,unit
xi-mang,Xi măng,xi-mang-clinker,product,tấn
iip,Chỉ số sản xuất công nghiệp,iip,index,%
`;
export const AREAS = `area,name,kind
ca-nuoc,Cả nước,country
lang-son,Lạng Sơn,province
`;
export const SOURCES = `source,publisher,publisher_kind,title,published,edition,url
S1,Cục Thống kê,statistical-office,Niên giám 2021,,2022,https://example.org/1
S2,Báo Công Thương,press,Bài báo,2022-05-04,2022-05-04,
B0,Bộ Công Thương,ministry,Báo cáo,2022-12,2022-12,
`;

/** A row of xi-mang, Lạng Sơn, 2021, source S1, with some columns changed. */
export function row(change: Record<string, string> = {}): string {
  const cells: Record<string, string> = {
    indicator: 'xi-mang',
    area: 'lang-son',
    level: 'area',
    measure: 'actual',
    time_period: '2021',
    value: '950000',
    unit: 'tấn',
    status: 'A',
    trust: 'checked',
    source: 'S1',
    ...change,
  };
  return OBSERVATIONS.split(',')
    .map((c) => cells[c] ?? '')
    .map((v) => (/[",\n]/.test(v) ? `"${v.replaceAll('"', '""')}"` : v))
    .join(',');
}

export const observations = (...rows: string[]): string => `${[OBSERVATIONS, ...rows].join('\n')}\n`;

/** Writes files into a folder; returns their paths. */
export function write(folder: string, files: Record<string, string | Uint8Array>): string[] {
  return Object.entries(files).map(([name, content]) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  });
}

/** The data folder of a tiny project. */
export function dataFolder(folder: string, more: Record<string, string> = {}): string {
  write(folder, {
    'indicators.csv': INDICATORS,
    'areas.csv': AREAS,
    'sources.csv': SOURCES,
    'observations/a.csv': observations(row()),
    ...more,
  });
  return folder;
}

/** The faults that an action is refused with. */
export function faultsOf(action: () => unknown): readonly Fault[] {
  try {
    action();
  } catch (error) {
    if (error instanceof LoadError) return error.faults;
    throw error;
  }
  return [];
}
