// Sets theme and language before the first paint; a file of its own, for no inline script may run.
// The keys are those of src/lib/preferences.ts.
(() => {
  try {
    const { theme, language } = JSON.parse(localStorage.getItem('hamkor.preferences') ?? '{}');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    if (['uz', 'ru', 'en', 'tg'].includes(language)) document.documentElement.lang = language;
  } catch {
    // Without storage the defaults stand.
  }
})();
