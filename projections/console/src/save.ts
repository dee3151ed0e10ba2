/** Hands a fetched file to the browser's downloads; a plain link could not carry the token. */
export function saveFile(content: Blob, file: string): string {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = file;
  link.click();
  URL.revokeObjectURL(address);
  return file;
}
