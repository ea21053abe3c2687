/** A second window of this page's own, empty and in its look; null where the browser holds it back. */
export function openWindow(title: string): Window | null {
  const view = window.open("", "", "popup,width=1120,height=760");
  if (!view) return null;
  const { head, documentElement } = view.document;
  view.document.title = title;
  documentElement.lang = "en";
  Object.assign(documentElement.dataset, document.documentElement.dataset);
  for (const sheet of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    const link = view.document.createElement("link");
    head.append(Object.assign(link, { rel: "stylesheet", href: sheet.href }));
  }
  return view;
}
