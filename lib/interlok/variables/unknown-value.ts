/** Private-use characters that enclose the name of a variable whose value nobody knows yet; XML allows them. */
const open = '\uE001\uE002';
const close = '\uE002\uE001';

/** Stands in a text for the value of a variable that will be there at run time. */
export function unknownValue(name: string): string {
  return `${open}${name}${close}`;
}

/** Whether a part of the text is known only at run time. */
export function hasUnknown(text: string): boolean {
  return text.includes(open);
}

/** The text as a user would write it: `${NAME}` where the value is unknown. */
export function displayUnknown(text: string): string {
  return text.replaceAll(open, '${').replaceAll(close, '}');
}
