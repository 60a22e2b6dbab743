import type { Basis, Measure } from '../stats/facts.js';
import type { Term } from './terms.js';

/** Where a slot's value comes from: said, carried over from the previous question, or filled in. */
export type Origin = 'text' | 'context' | 'default';

export interface Slot<T> {
  readonly value: T;
  readonly from: Origin;
}

/** Which periods: named ones in the order said, a range, the newest held, or every one held. */
export type PeriodChoice =
  | { readonly type: 'list'; readonly codes: readonly string[] }
  | { readonly type: 'range'; readonly from: string; readonly to: string }
  | { readonly type: 'since'; readonly from: string }
  | { readonly type: 'last'; readonly count: number; readonly unit: 'year' | 'quarter' | 'month' }
  | { readonly type: 'newest' }
  /** «tháng 1 các năm», «10 tháng qua các năm»: the same part of each year; `likes` are codes without their year. */
  | {
      readonly type: 'every';
      readonly likes: readonly string[];
      readonly from?: string;
      readonly last?: number;
    }
  | { readonly type: 'all' };

/** What the question is about: the indicators meant, and the group word when one was used. */
export interface Subject {
  readonly indicators: readonly string[];
  readonly group: string | null;
  /** Indicators of the same line ("Bia các loại" beside "Bia"): told as context, never swapped in. */
  readonly siblings?: readonly string[];
  /** Several names in one question: each with its own group rule; `indicators` is their union. */
  readonly parts?: readonly Subject[];
}

/** A word that was not read as typed but taken for another: always told. */
export interface Bend {
  readonly typed: string;
  readonly read: string;
}

/** How an amount is bounded. */
export type Bound = '>' | '>=' | '<' | '<=' | '=';

export interface Threshold {
  readonly op:
    | Bound
    | 'between'
    | 'positive'
    | 'negative'
    | 'below-plan'
    | 'meets-plan'
    /** Has such a figure at all, or lacks it. */
    | 'held'
    | 'absent'
    /** The target of a year beside the actual of the one before. */
    | 'target-above'
    | 'target-below'
    | 'target-only';
  readonly value: string | null;
  readonly to: string | null;
  /** «trên 4 dưới 7 %»: of `between`, which of the ends themselves are left out. */
  readonly open?: 'low' | 'high' | 'both';
  readonly unit: string | null;
  /** «tăng nhanh hơn gạch», «cao hơn Lạng Sơn»: whose own figure is the value, an indicator or an area. */
  readonly than?: readonly string[];
}

/** A figure that somebody states and wants confirmed. */
export interface Claim {
  readonly value: string;
  /** Null: not said. */
  readonly unit: string | null;
  /** How it was bounded: «hơn 5 %», «gần 10 triệu»; null: exactly it, within rounding. */
  readonly bound: Exclude<Bound, '='> | 'about' | null;
}

/** The unit in which amounts are wanted. */
export interface UnitWish {
  /** Unit of the catalogue that it is a multiple of. */
  readonly base: string;
  /** How much of the base one of it is, a decimal; null = the base itself, in whatever scale reads best. */
  readonly factor: string | null;
  /** As it is printed: «MWh», «tỷ kWh». */
  readonly name: string;
}

/** Whose publication is wanted. */
export interface NamedSource {
  readonly typed: string;
  /** A regular expression over the publisher's name in small letters; null: any. */
  readonly office: string | null;
  /** Release: «2022-06», or «-06» of any year; null: any. */
  readonly edition: string | null;
}

/** Reasons of ANSWERING §3 for refusing or asking. */
export type Reason =
  | 'unknown-indicator'
  | 'unknown-area'
  | 'no-data'
  | 'no-measure'
  | 'out-of-scope'
  | 'ambiguous'
  | 'not-computable'
  | 'fault';

/** What every question about figures has. */
export interface Slots {
  readonly text: string;
  readonly subject: Slot<Subject>;
  readonly areas: Slot<readonly string[]>;
  readonly measure: Slot<Measure | null>;
  readonly basis: Slot<Basis | null>;
  readonly periods: Slot<PeriodChoice>;
  readonly enterprise: boolean;
  readonly bends: readonly Bend[];
  /** «xi măng 2016 … clinker 2015»: each name with its own period, in the order said. */
  readonly sides?: readonly { readonly subject: Subject; readonly period: string }[];
  readonly inUnit?: UnitWish;
  readonly by?: NamedSource;
  /** Words not used that could have restricted the answer. */
  readonly leftover: readonly string[];
}

export type FigureQuestion =
  /** Value, growth, target, completion: by `measure`; null = no measure word. */
  | (Slots & { readonly kind: 'value'; readonly yesno: 'meets-plan' | 'rises' | 'falls' | 'held' | null })
  /** `perMonth`: «mỗi tháng»; the mean answers where no month is held. */
  | (Slots & {
      readonly kind: 'series';
      readonly trend: boolean;
      readonly perMonth?: boolean;
      /** «từng tháng»: each by itself; what is held of them together is no answer. */
      readonly apart?: boolean;
    })
  | (Slots & {
      readonly kind: 'compare';
      readonly across: 'indicators' | 'areas' | 'periods' | 'target';
      readonly ratio: boolean;
    })
  | (Slots & {
      readonly kind: 'rank';
      readonly order: 'desc' | 'asc';
      readonly limit: number | null;
      readonly across: 'indicators' | 'areas' | 'periods';
      readonly threshold: Threshold | null;
      /** «đứng thứ mấy»: the place of the question's area, not the list. */
      readonly position: boolean;
      /** Only amounts in this unit: «sản phẩm tính bằng tấn». */
      readonly unit?: string;
      /** «giảm mạnh nhất»: a fall was asked about, which there may be none of. */
      readonly falls?: boolean;
      /** «đứng thứ ba»: this place alone. */
      readonly nth?: number;
      /** «gạch tăng cao nhất phải không»: the indicators, areas or periods said to come first. */
      readonly claim?: readonly string[];
      /** Across areas: these alone, where it is not every province. */
      readonly among?: readonly string[];
    })
  | (Slots & {
      readonly kind: 'filter';
      readonly threshold: Threshold;
      readonly count: boolean;
      readonly across: 'indicators' | 'areas' | 'periods';
      /** «mấy năm liền tăng»: the longest run of periods that pass, not all of them. */
      readonly run?: boolean;
      /** «mọi sản phẩm đều tăng phải không», «có sản phẩm nào giảm không»: a yes or a no leads the list. */
      readonly yesno?: 'all' | 'any';
      /** «tăng cả 2016 và 2021»: those that pass in each of the periods. */
      readonly everyPeriod?: boolean;
      /** Across areas: these alone, where it is not every province. */
      readonly among?: readonly string[];
    })
  | (Slots & {
      readonly kind: 'derived';
      readonly op:
        | 'change'
        | 'cagr'
        | 'base'
        | 'target-gap'
        | 'target-difference'
        | 'target-percent'
        | 'remaining'
        | 'needed-monthly'
        | 'monthly-mean'
        | 'daily-mean'
        | 'difference'
        | 'ratio'
        | 'sum'
        | 'average'
        | 'share'
        | 'percent-of';
      /** «tính từ sản lượng»: a growth worked out from levels, whatever was published. */
      readonly fromLevels?: boolean;
      /** «tốc độ tăng 2023 so với tốc độ tăng 2021»: the rates of two years, not the growth between them. */
      readonly ofRates?: boolean;
      /** «tăng bao nhiêu viên» of one year: over the year before, which nobody named. */
      readonly overYear?: boolean;
      /** «cơ cấu»: the whole by its owners or its branches. */
      readonly structure?: 'ownership' | 'branch' | 'any';
      /** «mục tiêu 2022 bằng bao nhiêu % thực hiện 2021»: the plan in per cent of the result. */
      readonly planFirst?: boolean;
      /** «bao nhiêu phần trăm»: what is left of a plan as a part of it. */
      readonly inPercent?: boolean;
    })
  | (Slots & { readonly kind: 'overview'; readonly products: boolean; readonly summed?: boolean })
  | (Slots & { readonly kind: 'definition' })
  | (Slots & { readonly kind: 'freshness' })
  | (Slots & { readonly kind: 'revisions' })
  | (Slots & { readonly kind: 'confirm'; readonly claims: readonly Claim[] })
  /** `of`: the question whose figures' sources are asked, where the slots do not name those figures. */
  | (Slots & { readonly kind: 'source'; readonly of?: FigureQuestion })
  | (Slots & { readonly kind: 'catalogue'; readonly topic: 'products' | 'periods' | 'areas' });

/** Talk around the figures. `follow`: what only the bot in Telegram does. */
export const HELP_TOPICS = ['help', 'greeting', 'thanks', 'complaint', 'follow', 'form', 'term'] as const;
export type HelpTopic = (typeof HELP_TOPICS)[number];

export type Question =
  | FigureQuestion
  | { readonly kind: 'many'; readonly text: string; readonly parts: readonly Question[] }
  | { readonly kind: 'help'; readonly text: string; readonly topic: HelpTopic; readonly term?: Term }
  | {
      readonly kind: 'out-of-scope';
      readonly text: string;
      readonly topic: 'forecast' | 'cause' | 'rude' | 'other';
      /** What could be asked instead, when the product was understood. */
      readonly about: Slots | null;
      readonly leftover: readonly string[];
    }
  | {
      readonly kind: 'unclear';
      readonly text: string;
      readonly reason: Reason;
      /** What part was not understood, as typed. */
      readonly part: string;
      /** Readings to offer, best first. */
      readonly readings: readonly FigureQuestion[];
      readonly leftover: readonly string[];
      readonly slots: Slots | null;
    };

/** Ids of a question in absolute terms, as the JSON contract shows them. */
export type QuestionKind = Question['kind'];
