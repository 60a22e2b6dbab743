import type { Question } from '../question/question.js';
import type { Asker, Photo, Studio } from './ports.js';

/** Pictures kept drawn; a morning's digests show few different ones. */
const MOST = 16;

/** Prepares what a photo of the outbox asks for: each picture is drawn once at most, however many chats get it. */
export class Gallery {
  readonly #kept = new Map<string, Promise<Photo | null>>();
  #age = '';

  constructor(
    private readonly studio: Studio | null,
    private readonly asker: Asker,
  ) {}

  /** `question` is JSON. Null where nothing can be drawn; rejects when it could not be prepared. */
  photo(question: string): Promise<Photo | null> {
    const age = `${this.asker.today()} ${this.asker.facts.revision}`;
    if (age !== this.#age || this.#kept.size >= MOST) this.#kept.clear();
    this.#age = age;
    let photo = this.#kept.get(question);
    if (!photo) {
      photo = this.#draw(question);
      this.#kept.set(question, photo);
      photo.catch(() => this.#kept.delete(question));
    }
    return photo;
  }

  async #draw(question: string): Promise<Photo | null> {
    const picture = await this.studio?.chart(JSON.parse(question) as Question);
    if (!picture) return null;
    const { key, caption, fileName } = picture;
    let drawn: Promise<Uint8Array> | null = null;
    const png = () => {
      drawn ??= picture.png().catch((error: unknown) => {
        drawn = null;
        throw error;
      });
      return drawn;
    };
    return { key, caption, fileName: `${fileName}.png`, png };
  }
}
