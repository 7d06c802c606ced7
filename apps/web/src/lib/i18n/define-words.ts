import { useTranslation } from 'react-i18next';

import { i18n } from './i18n.js';

type Key<Table> = keyof Table extends infer Name ? (Name extends `${infer Base}_other` ? Base : Name) : never;
export type Say<Name> = (key: Name, values?: Record<string, string | number>) => string;

/**
 * Registers the words of one feature and returns its typed hook. The words load with the code that uses them, so a
 * screen never brings the sentences of the others. Vietnamese is the measure: a missing English key fails the compiler.
 * A word that counts is written `key_other`; English adds `key_one`.
 */
export function defineWords<Table extends Record<string, string>>(
  namespace: string,
  vi: Table,
  en: Record<keyof Table, string> & Record<string, string>,
): () => Say<Key<Table>> {
  i18n.addResourceBundle('vi', namespace, vi);
  i18n.addResourceBundle('en', namespace, en);
  return function useWords() {
    const { t } = useTranslation(namespace);
    return (key, values) => t(String(key), values ?? {});
  };
}
