// The words of a claim that are selected on the page, as a note on them wants them.

/** A letter of a script that has spaces between its words. */
const OF_A_WORD =
  /[^\P{L}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{N}\p{M}]/u;

/** {quote, nth}: the whole words that are selected in the text of the claim, and which of several such places it is. */
export const chosenWords = (text) => {
  const [start, end] = chosenRange();
  const quote = wholeWords(text, start, end);
  if (!quote.text) return { quote: "" };
  let nth = 0;
  for (
    let at = text.indexOf(quote.text);
    at >= 0 && at <= quote.start;
    at = text.indexOf(quote.text, at + 1)
  )
    nth += 1;
  return { quote: quote.text, nth };
};

/** Where the selection begins and ends in the text of the claim that the panel shows. */
const chosenRange = () => {
  const chosen = getSelection();
  const element = document.querySelector(".panel .claim-text");
  if (!element || !chosen?.rangeCount || chosen.isCollapsed) return [0, 0];
  const range = chosen.getRangeAt(0);
  if (!element.contains(range.startContainer) || !element.contains(range.endContainer))
    return [0, 0];
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  return [start, start + range.toString().length];
};

const wholeWords = (text, from, to) => {
  let [start, end] = [from, to];
  while (start < end && !text[start].trim()) start += 1;
  while (end > start && !text[end - 1].trim()) end -= 1;
  if (start === end) return { text: "", start };
  const joined = (at) =>
    at > 0 && at < text.length && OF_A_WORD.test(text[at - 1]) && OF_A_WORD.test(text[at]);
  while (joined(start)) start -= 1;
  while (joined(end)) end += 1;
  return { text: text.slice(start, end), start };
};
