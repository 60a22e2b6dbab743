import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns/format';

/** The zone of everyone who asks; the machine's own never matters. */
export const ZONE = 'Asia/Ho_Chi_Minh';

/** The date in Vietnam at a moment (milliseconds since 1970), YYYY-MM-DD. */
export function dateIn(ms: number): string {
  return format(new TZDate(ms, ZONE), 'yyyy-MM-dd');
}
