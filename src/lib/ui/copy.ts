/** Copies text; false where the browser doesn't let a page do that. */
export async function copy(words: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(words);
		return true;
	} catch {
		return false;
	}
}

/** Hands the person a file made on this device. */
export function saveFile(name: string, content: BlobPart, type = 'text/plain;charset=utf-8'): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(new Blob([content], { type }));
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
