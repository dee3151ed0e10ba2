// What the public pages share. Every text is there in both languages; the style sheet shows one.

const LANGUAGE = "wegweis-language";

export const at = (id) => document.getElementById(id);

/** An element with attributes and children; text is never read as HTML. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export const both = (german, english) => [element("span", { lang: "de" }, german), element("span", { lang: "en" }, english)];

function remembered() {
  try {
    return localStorage.getItem(LANGUAGE);
  } catch {
    return null;
  }
}

/** Shows the page in the language chosen last, and lets choose; the titles are the window's. */
export function speakBoth(german, english) {
  const buttons = document.querySelectorAll("[data-language]");
  const speak = (language) => {
    document.documentElement.lang = language;
    document.title = language === "de" ? german : english;
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.language === language));
  };
  speak(remembered() === "en" ? "en" : "de");
  for (const button of buttons) {
    button.addEventListener("click", () => {
      speak(button.dataset.language);
      try {
        localStorage.setItem(LANGUAGE, button.dataset.language);
      } catch {
        // then it is asked for again
      }
    });
  }
}
