// Runs before the first paint, so that neither the theme nor the language flashes. A file of its own because the
// content security policy allows no inline script. The keys are those of src/platform/preferences.ts.
(function () {
  var root = document.documentElement;
  try {
    var theme = localStorage.getItem('caseboard.theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    var language = localStorage.getItem('caseboard.language') || navigator.language || 'en';
    root.lang = /^zh/i.test(language) ? 'zh-CN' : 'en';
  } catch {
    // Storage may be forbidden: the system's theme and English are fine.
  }
})();
