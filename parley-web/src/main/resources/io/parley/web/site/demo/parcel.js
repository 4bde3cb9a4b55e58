/* Shows whose parcel it is. */
const order = new URLSearchParams(location.search).get('order');
if (/^\d{4,8}$/.test(order ?? '')) {
  document.getElementById('order').textContent = order;
}
