/** The languages of the product. Every sentence exists in both, or it does not compile. */
export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/** One text for each key in each language; values are ICU messages. */
export type Words<K extends string> = { readonly [L in Language]: Readonly<Record<K, string>> };

/** Says a table of words in both languages; a key that one of them lacks does not compile. */
export const defineWords = <K extends string>(words: Words<K>): Words<K> => words;
