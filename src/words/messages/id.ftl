# Apa yang dikatakan erstwhile dalam bahasa Indonesia. Nama pesan dan bentuk isian dijelaskan di kepala en.ftl.

## Tanggal

month-1 = Januari
month-2 = Februari
month-3 = Maret
month-4 = April
month-5 = Mei
month-6 = Juni
month-7 = Juli
month-8 = Agustus
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Desember
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-year-bc = { $year } SM
date-decade = dekade { $decade }0-an
date-between = antara { $first } dan { $last }
date-between-in-year = antara { $day } { $month } dan { $last }
date-on-or-before = paling lambat { $date }
date-on-or-after = paling awal { $date }
date-unknown = tanggal yang tidak diketahui
date-beginning-of-time = awal waktu
date-end-of-time = akhir waktu
date-point = suatu hari { $date }
when-day = pada { $date }
when-month-or-year = pada { $date }
period-from-until = sejak { $start } hingga { $end }
period-since = sejak { $start }
period-from = sejak { $start }, akhirnya tidak tercatat
period-until = hingga { $end }
period-until-only = hingga { $end }, awalnya tidak tercatat
period-always = sepanjang waktu
period-going-on = masih berlaku, awalnya tidak tercatat
period-from-beginning = sejak semula, akhirnya tidak tercatat
period-unrecorded = tanggal tidak tercatat
length-days = { $count } hari
length-weeks = { $count } minggu
length-months = { $count } bulan
length-years = { $count } tahun

## Bagian kalimat

thousands-separator = .
list-and = { $first } dan { $last }
list-or = { $first } atau { $last }
and-more = { $first } dan { $more } lainnya
no-source = tanpa sumber
something = sesuatu
not-so-that = tidak benar bahwa { $said }

## Usulan kata-kata untuk kalimat

suggest-until = hingga { $date-point }
suggest-since = sejak { $date-point }
suggest-on = { $date-when }
suggest-during = { $period }

## Ringkasan

count-claims = { $count-grouped } klaim
count-files = { $count-grouped } berkas
count-drafts = { $count-grouped } naskah
count-errors = { $count-grouped } kesalahan
count-warnings = { $count-grouped } peringatan
count-notes = { $count-grouped } catatan
nothing-found = tidak ada temuan
hidden-accepted = { $count-grouped } dibiarkan
hidden-old = { $count-grouped } sudah ada sebelumnya
hidden-unsure = { $count-grouped } kurang pasti
summary = Diperiksa { $what ->
    [nothing] tanpa isi
    [drafts] { $drafts } terhadap { $claims }
   *[claims] { $claims } dalam { $files }
} per { $as_of ->
    [own] tanggalnya sendiri
    [each] tanggal masing-masing
    [some] { $day } ({ $own-grouped } per tanggalnya sendiri)
   *[day] { $day }
}{ $known_by ->
    [none] { "" }
   *[other] , dengan sumber yang terbit hingga { $known_by }
}{ $found ->
    [none] { "" }
   *[other] : { $found }
}{ $hidden ->
    [none] { "" }
   *[other] { " " }({ $hidden })
}.
incomplete = Tidak semuanya dapat dibaca, jadi mungkin ada masalah lain di luar daftar ini.
incomplete-nothing = Tidak ada yang dapat diperiksa, jadi hasil ini tidak mengatakan apa pun tentang klaim Anda.

## Klaim: temuan `check`

contradiction = { $newer } dan { $older } tidak mungkin sama-sama benar, padahal keduanya tercatat berlaku{ $days ->
    [on] { " " }pada { $from }
    [from] { " " }dari { $from } sampai { $to }
    [between] { " " }pada suatu waktu antara { $from } dan { $to }
   *[none] { "" }
}
    .label = berlaku { $newer-valid } ({ $newer-by })
    .help = { $law }. Akhiri klaim yang sudah tidak berlaku, perbaiki tanggalnya, atau tulis `corrects: ["…"]` pada yang benar

unused-source = tidak ada klaim yang mengutip sumber `{ $source-id }` ({ $source-title })
    .label = tidak mendukung apa pun
    .help = kutip di tempat yang sesuai, atau hapus

## Naskah: temuan `lint`

accept-paragraph = Jika ingin dibiarkan, tulis di atas paragraf itu:
accept-draft = Jika ingin dibiarkan, tulis di mana saja dalam naskah:

undated-draft = naskah ini tidak bertanggal, jadi dinilai per { $day }
    .label = tidak ada `date:` di bagian kepala
    .help = tulis `date: 2025-01-21` di bagian kepala, atau tentukan hari dengan `--as-of`

## Tempat lain

place-record = `{ $claim-id }`: { $claim-valid } ({ $claim-by })
