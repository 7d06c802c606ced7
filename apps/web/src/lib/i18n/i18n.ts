import type { Words } from '@phancong/contracts';
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';

import type { Language } from '../dates.js';

const storageKey = 'phancong.language';

function readLanguage(): Language {
  return localStorage.getItem(storageKey) === 'en' ? 'en' : 'vi';
}

export const i18n = i18next.createInstance();
void i18n.use(initReactI18next).init({
  lng: readLanguage(),
  fallbackLng: 'vi',
  resources: {},
  initAsync: false,
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
});
document.documentElement.lang = readLanguage();

/** Switches every word on screen and remembers the choice on this machine. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(storageKey, language);
  document.documentElement.lang = language;
  void i18n.changeLanguage(language);
}

export function useLanguage(): Language {
  const { i18n: current } = useTranslation();
  return current.language === 'en' ? 'en' : 'vi';
}

/** Picks the sentence of the current language out of words that came with data. */
export function useSay(): (words: Words) => string {
  const language = useLanguage();
  return (words) => words[language];
}
