/** Keeps the answers that were made last, also while they are being made; one that fails is forgotten. */
export class LastFew<Key, Answer> {
  private readonly answers = new Map<Key, Promise<Answer>>();

  constructor(private readonly most: number) {}

  get(key: Key): Promise<Answer> | undefined {
    return this.answers.get(key);
  }

  keep(key: Key, answer: Promise<Answer>): void {
    if (this.answers.size >= this.most) this.answers.delete(this.answers.keys().next().value as Key);
    this.answers.set(key, answer);
    answer.catch(() => this.answers.delete(key));
  }
}
