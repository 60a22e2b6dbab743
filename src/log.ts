import { type DestinationStream, destination, type Logger, pino } from 'pino';

export interface LogOptions {
  readonly level: string;
  /** Texts that must never be written: the bot token, a proxy's password. */
  readonly secrets?: readonly string[];
  /** Where to; standard error unless told otherwise. */
  readonly stream?: DestinationStream;
}

/**
 * The program's log, JSON lines on standard error. Secrets are taken out of every finished line, so it does not
 * matter whether they came in a message, an error's text, its stack or its cause.
 */
export function createLog(options: LogOptions): Logger {
  const redact = lineRedactor(options.secrets ?? []);
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      hooks: { streamWrite: redact },
    },
    options.stream ?? destination({ dest: 2, sync: true }),
  );
}

/** Each secret as written, as JSON writes it and percent-encoded; of `id:secret` also the second half alone. */
function lineRedactor(secrets: readonly string[]): (line: string) => string {
  const forms = new Set<string>();
  for (const secret of secrets) {
    const half = /^\d+:(.{8,})$/.exec(secret)?.[1];
    for (const form of half ? [secret, half] : [secret]) {
      forms.add(form).add(JSON.stringify(form).slice(1, -1)).add(encodeURIComponent(form));
    }
  }
  const longestFirst = [...forms].filter((form) => form.length >= 4).sort((a, b) => b.length - a.length);
  return (line) => longestFirst.reduce((out, form) => out.replaceAll(form, '[REDACTED]'), line);
}
