/** The size up to which the server takes files. */
export const LARGEST_FILE = 10 * 1024 * 1024;

/**
 * Uploads a file, and tells how far it has come.
 *
 * @param {string} address of `upload_file`
 * @param {string} token
 * @param {File} file
 * @param {(part: number) => void} onProgress from 0 to 1
 * @returns {Promise<string>} where the file is now
 */
export function upload(address, token, file, onProgress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('Authorization', `Bearer ${token.replace(/^Bearer /, '')}`);
    request.responseType = 'json';
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () =>
      request.status === 200 && request.response?.url
        ? resolve(request.response.url)
        : reject(new Error(request.response?.error?.message ?? `The upload failed (${request.status})`));
    request.onerror = () => reject(new Error('The connection was lost during the upload'));
    const form = new FormData();
    form.append('file', file, file.name || 'pasted.png');
    request.send(form);
  });
}

/** The files in what was pasted or dropped. @param {DataTransfer | null} transfer @returns {File[]} */
export function filesIn(transfer) {
  return transfer ? [...transfer.files] : [];
}
