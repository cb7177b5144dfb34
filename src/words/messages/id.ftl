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
period-from-until = dari { $start } hingga { $end }
period-since = sejak { $start }
period-from = sejak { $start }, tanggal akhir tidak tercatat
period-until = hingga { $end }
period-until-only = hingga { $end }, tanggal mulai tidak tercatat
period-always = sepanjang waktu
period-going-on = masih berlaku, tanggal mulai tidak tercatat
period-from-beginning = sejak semula, tanggal akhir tidak tercatat
period-unrecorded = tanggal tidak tercatat
period-pending = belum
period-not-before = paling cepat sejak { $start }
length-days = { $count } hari
length-weeks = { $count } minggu
length-months = { $count } bulan
length-years = { $count } tahun
length-two = { $first } { $second }
length-about = sekitar { $length }
every-days = { $count ->
    [1] setiap hari
   *[other] setiap { $count } hari
}
every-weeks = { $count ->
    [1] setiap minggu
   *[other] setiap { $count } minggu
}
every-months = { $count ->
    [1] setiap bulan
   *[other] setiap { $count } bulan
}
every-years = { $count ->
    [1] setiap tahun
   *[other] setiap { $count } tahun
}

## Bagian kalimat

thousands-separator = .
list-and = { $first } dan { $last }
list-or = { $first } atau { $last }
and-more = { $first } dan { $more } lainnya
no-source = tanpa sumber
something = sesuatu
not-so-that = tidak benar bahwa { $said }
probably = { $of ->
    [presumed] { $said }
    [may-have-begun] { $said }
    [unjudged] { $said }
   *[other] mungkin: { $said }
}

## Usulan kata-kata untuk kalimat

suggest-until = hingga { $date-point }
suggest-until-at-least = setidaknya hingga { $date }
suggest-since = sejak { $date-point }
suggest-since-at-least = setidaknya sejak { $date }
suggest-on = { $date-when }
suggest-during = { $period }

## Di sekitar temuan

severity = { $severity ->
    [error] kesalahan
    [warning] peringatan
   *[note] catatan
}
by-rule = (aturan: { $rule })
line-and-column = baris { $line }, kolom { $column }
help = saran
see = lihat
record = catatan
read-more = { $count ->
    [one] Selengkapnya: erstwhile explain { $first }
   *[other] Selengkapnya: erstwhile explain KODE ({ $codes })
}{ $shown ->
    [all] { "" }
   *[some] ; --verbose menampilkan semua catatan
}

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
hidden-elsewhere = { $count-grouped } di berkas lain
summary = { $what ->
    [nothing] Tidak ada yang diperiksa
    [drafts] { $drafts } diperiksa terhadap { $claims }
   *[claims] { $claims } dalam { $files } diperiksa
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
coverage = { $sentences ->
    [0] Tidak ada kalimat
   *[other] { $sentences-grouped } kalimat, { $naming ->
        [0] tidak satu pun menyebut sesuatu dalam catatan kami
       *[other] { $naming-grouped } menyebut sesuatu dalam catatan kami, { $judged-grouped } dinilai
    }
}.
incomplete = Tidak semuanya dapat dibaca atau dipakai, jadi mungkin ada masalah lain di luar daftar ini.
incomplete-nothing = Tidak ada yang dapat diperiksa, jadi hasil ini tidak mengatakan apa pun tentang klaim Anda.

## Klaim: temuan `check`

contradiction = { $newer } dan { $older } tidak mungkin sama-sama benar, padahal keduanya tercatat berlaku{ $days ->
    [on] { " " }pada { $from }
    [from] { " " }dari { $from } sampai { $to }
    [between] { " " }pada suatu waktu antara { $from } dan { $to }
   *[none] { "" }
}
    .label = berlaku { $newer-valid } ({ $newer-by })
    .help = akhiri klaim yang sudah tidak berlaku, perbaiki tanggalnya, atau tulis `corrects: ["…"]` pada yang benar ({ $law })

possible-contradiction = { $newer } dan { $older } tidak mungkin sama-sama benar, tetapi masa berlakunya mungkin tumpang tindih{ $days ->
    [on] { " " }pada { $from }
    [between] { " " }antara { $from } dan { $to }
   *[none] { "" }
}: tanggalnya belum memastikannya
    .label = berlaku { $newer-valid } ({ $newer-by })
    .help = tulis tanggalnya lebih tepat, sehingga yang satu berakhir saat yang lain mulai ({ $law })

never-both = { $claim } dan { $other } tidak mungkin sama-sama benar, kapan pun tanggalnya
    .label = { $claim-valid } ({ $claim-by })
    .help = perbaiki yang salah, atau tulis `corrects: ["…"]` pada yang benar ({ $law })

conflict-cluster = { $count } klaim saling bertentangan dalam { $pairs } pasangan, di antaranya { $first }
    .label = yang pertama dari { $count } klaim yang berlaku bersamaan
    .help = sebanyak ini jarang berupa kesalahan satu per satu: periksa dari mana klaim-klaim itu berasal ({ $law })

too-many = bersama { $newest }, sejak { $from } ada { $objects-count } sekaligus, padahal hanya boleh { $at_most }: { $objects }
    .label = lebih dari { $at_most }: berlaku { $newest-valid }
    .help = akhiri yang sudah tidak berlaku, atau perbaiki tanggalnya ({ $law })

denied = { $claim } bertentangan dengan { $denial }, bantahan tanpa tanggal yang berlaku sepanjang waktu
    .label = berlaku { $claim-valid } ({ $claim-by })
    .help = perbaiki yang salah, atau beri tanggal pada bantahannya ({ $law })

superseded = { $older } belum diakhiri, padahal sudah digantikan { $newer } { $newer-start }{ $newer-source ->
    [none] { "" }
   *[other] { " " }({ $newer-by })
}
    .label = belum diakhiri: berlaku { $older-valid } ({ $older-by })
    .help = akhiri `{ $older-id }` pada tanggal itu: `valid: "{ $closed-edtf }"` ({ $law })

undecided-succession = { $open ->
    [both] { $older } dan { $newer } sama-sama belum diakhiri, dan tanggalnya tidak menunjukkan mana yang menggantikan
   *[one] { $older } belum diakhiri, dan tanggalnya tidak menunjukkan apakah mulainya sebelum atau sesudah { $newer }
}
    .label = belum diakhiri: berlaku { $older-valid } ({ $older-by })
    .help = akhiri yang sudah tidak berlaku, atau tulis `supersedes: ["…"]` pada yang lebih baru ({ $law })

duplicate = `{ $first-id }` dan `{ $claim-id }` menyatakan hal yang sama dengan tanggal yang sama: { $first }
    .label = { $claim-valid } ({ $claim-by })
    .help = simpan salah satu dengan sumber keduanya, atau tulis `repeats: ["…"]` pada yang kedua

refinement = `{ $fine-id }` menyatakan hal yang sama dengan `{ $coarse-id }`, tetapi tanggalnya lebih rinci: { $fine-valid }, bukan { $coarse-valid }
    .label = lebih kasar: { $coarse-valid } ({ $coarse-by })
    .help = bukan pertentangan; jika tanggal yang lebih rinci itu benar, cukup satu catatan dengan sumber keduanya

circular-claims = { $claims-count ->
    [1] { $claims } merujuk pada dirinya sendiri
   *[other] { $claims } saling merujuk dalam lingkaran, sehingga tidak ada yang pertama
}
    .label = bagian dari lingkaran
    .help = klaim hanya dapat menggantikan klaim yang lebih lama: hapus rujukan yang salah arah

circular-sources = { $sources-count ->
    [1] sumber { $sources } berasal dari dirinya sendiri
   *[other] sumber { $sources } saling menjadi asal dalam lingkaran, sehingga tidak ada sumber asli
}
    .label = bagian dari lingkaran
    .help = cari sumber aslinya dan hapus `derived_from` di sana; jika tidak ada, sumber-sumber ini tidak mendukung apa pun

inverted-period = `{ $claim-id }` berakhir ({ $end }) sebelum mulai ({ $start })
    .label = berakhir sebelum mulai
    .help = tukar kedua tanggal atau perbaiki yang salah; sebelum itu, klaim ini tidak dibandingkan dengan klaim lain

stale = { $claim } terakhir dikonfirmasi { $confirmed-when } ({ $claim-by })
    .label = periksa lagi { $review-every }: jatuh tempo { $due }
    .help = periksa apakah ini masih berlaku: tambahkan sumber yang lebih baru, atau akhiri klaimnya

awaited = { $claim } belum berlaku{ $confirmed ->
    [none] { "" }
   *[other] { " " }saat terakhir dikonfirmasi { $confirmed-when }
}{ $claim-source ->
    [none] { "" }
   *[other] { " " }({ $claim-by })
}{ $not_before ->
    [none] { "" }
   *[other] , tetapi mungkin sudah dimulai sejak { $not_before }
}
    .label = { $review ->
        [none] mungkin sudah dimulai
       *[other] periksa lagi { $review-every }: jatuh tempo { $due }
    }
    .help = periksa apakah ini sudah dimulai: jika ya, catat tanggal mulai dan sumbernya; jika belum, tambahkan sumber yang lebih baru{ $not_before ->
        [none] { "" }
       *[other] { " " }dan tanggal yang lebih kemudian
    }

realised = { $older } masih tercatat belum berlaku, padahal menurut { $newer } hal itu sudah dimulai { $newer-start } ({ $newer-by })
    .label = belum berlaku menurut { $older-by }
    .help = simpan salah satu: beri `{ $older-id }` tanggal mulai dan sumber dari klaim yang lain, atau tulis `supersedes: ["{ $older-id }"]` pada klaim yang lain itu

expired = { $claim } berakhir { $ended-when }, dan catatan kami tidak menyebutkan kelanjutannya
    .label = berlaku { $claim-valid }
    .help = tambahkan klaim yang berlaku sekarang, atau tulis `supersedes: ["…"]` di sana

order = { $first } ({ $day }) seharusnya { $gap ->
    [least] paling sedikit { $length } sebelum
    [most] paling lama { $length } sebelum
   *[none] sebelum
} { $second } ({ $next })
    .label = { $second-valid } ({ $second-by })
    .help = salah satu tanggalnya keliru, atau salah satu klaimnya

missing-companion = { $claim } mensyaratkan bahwa { $entity } { $relations-or } { $objects-count ->
    [0] …
   *[other] { $objects }
}{ $when ->
    [then] { " " }pada waktu itu
   *[none] { "" }
}, tetapi klaim itu tidak ada dalam catatan kami
    .label = ada klaim yang kurang tentang { $entity }
    .help = tambahkan klaim itu dengan sumbernya, atau perbaiki yang ini

missing-mirror = { $claim } berarti { $subject } { $relation } { $object } pada waktu itu, tetapi klaim itu tidak ada dalam catatan kami
    .label = tidak ada klaim ke arah sebaliknya
    .help = tambahkan klaim dengan relasi `{ $relation-id }`, subjek dan objeknya ditukar

never-together = { $claim } tidak mungkin: { $earlier } berakhir { $ended-when }, sedangkan { $later } baru mulai { $began-when }
    .label = berlaku { $claim-valid }
    .help = salah satu tanggalnya keliru, atau yang dimaksud entitas lain dengan nama yang sama

begins-too-early = { $claim } mulai sebelum { $entity } ada ({ $began })
    .label = berlaku { $claim-valid }
    .help = salah satu tanggalnya keliru, atau yang dimaksud entitas lain dengan nama yang sama

goes-on-too-long = { $claim } berlanjut setelah { $entity } berakhir ({ $ended })
    .label = berlaku { $claim-valid }
    .help = salah satu tanggalnya keliru, atau yang dimaksud entitas lain dengan nama yang sama

missing-detail = `{ $claim-id }` tidak menyebutkan { $detail ->
    [start] kapan mulainya
    [end] apakah sudah berakhir
    [quote] kutipan sumber yang menjadi dasarnya
    [locator] letaknya dalam sumber
    [statement] maksudnya dengan kata-kata
   *[source] sumbernya
}
    .label = tidak ada { $detail ->
    [start] awal
    [end] akhir
    [quote] kutipan
    [locator] letak dalam sumber
    [statement] pernyataan
   *[source] sumber
}
    .help = { $detail ->
    [start] tambahkan awalnya: `valid: "2023-01/.."`
    [end] tambahkan akhirnya, atau `..` jika masih berlaku: `valid: "2023-01/.."`
    [quote] tambahkan kutipannya: `(source: "…", quote: "…")`
    [locator] tambahkan letaknya: `(source: "…", locator: "hlm. 4")`
    [statement] tambahkan `statement: "…"`
   *[source] tambahkan `sources: ["…"]`
}

unsourced = { $count ->
    [0] { $claim } tidak bersumber{ $disputed ->
        [yes] : yang dikutip justru membantahnya
       *[no] { "" }
    }
   *[other] sumber untuk { $claim } kurang: baru { $count }, sedangkan aturannya meminta { $wanted }
}
    .label = { $count ->
    [0] tanpa sumber
   *[other] sumber kurang
}
    .help = sebutkan siapa yang menyatakannya: `sources: ["…"]`, dengan catatan sumber itu di `sources`

undated-sources = { $claim } tidak memiliki sumber bertanggal
    .label = tidak ada sumber yang menunjukkan kapan ini berlaku
    .help = tulis tanggal terbit `{ $source-id }`: `published: "2025-01-21"`

only-secondary = { $claim } hanya bersumber dari pemberitaan pihak lain ({ $claim-by })
    .label = tidak ada sumber primer
    .help = kutip pelaku atau pembuat keputusannya, jika ada pernyataannya: siaran pers, dokumen resmi, kontrak

shared-origin = { $origins ->
    [1] { $count } sumber untuk { $claim } semuanya berasal dari satu sumber: { $origin }
   *[other] { $count } sumber untuk { $claim } hanya punya { $origins } asal, sedangkan aturannya meminta { $wanted }
}
    .label = tidak independen satu sama lain
    .help = sumber dengan asal yang sama dihitung satu; tambahkan sumber yang benar-benar independen

old-sources = { $claim } mulai { $start-when }, tetapi sumber terbarunya dari { $newest }
    .label = lebih lama daripada hal yang didukungnya
    .help = kutip sumber yang terbit setelah itu mulai, atau sebutkan kapan diumumkan: `announced: "…"`

out-of-range = { $claim } tidak diperbolehkan: { $object } { $breach ->
    [forbidden] dikecualikan oleh aturan
    [unlisted] tidak ada dalam daftar aturan
    [before] sebelum { $limit }
    [after] sesudah { $limit }
   *[outside] di luar batas aturan
}
    .label = { $breach ->
    [forbidden] dikecualikan oleh aturan
    [unlisted] tidak ada dalam daftar aturan
    [before] sebelum { $limit }
    [after] sesudah { $limit }
   *[outside] di luar batas aturan
}
    .help = { $list ->
    [none] perbaiki nilainya, atau aturannya
   *[other] daftar aturannya: { $list }
}

unreadable = { $reason ->
    [statement] { $count ->
        [1] tidak ada kalimat naskah yang dapat dicocokkan dengan { $first }: klaim ini hanya berupa pernyataan
       *[other] tidak ada kalimat naskah yang dapat dicocokkan dengan { $count } klaim yang hanya berupa pernyataan, misalnya { $first }
    }
    [language] tidak ada kalimat dalam bahasa tertentu ({ $languages }) yang dapat dicocokkan dengan { $count } klaim { $relation }
   *[other] tidak ada kalimat naskah yang dapat dicocokkan dengan { $count ->
        [1] { $first }
       *[other] { $count } klaim { $relation }, misalnya { $first }
    }: { $reason ->
        [amount] relasinya tidak menyatakan bahwa nilainya berupa jumlah
        [far-side] relasinya memerlukan objek atau nilai, tetapi tidak ada
        [no-value] relasinya memerlukan objek dan nilai, tetapi nilainya tidak ada
        [mixed] klaim lain pada relasi ini memiliki jenis objek atau nilai yang berbeda
        [values] nilai berupa kata pada relasi ini lebih banyak daripada yang dibaca
       *[words] relasinya tidak memiliki kata-kata
    }
}
    .label = { $reason ->
        [language] belum ada rumusan dalam { $languages }
        [words] tanpa kata-kata
       *[other] tidak dicari dalam naskah
    }
    .help = { $reason ->
        [statement] sebutkan apa yang dibicarakan: `subject: "…", relation: "…"`, lalu deklarasikan relasi itu (dengan `takes: nothing` jika tanpa objek)
        [amount] tulis `takes: amount` pada relasinya
        [far-side] tambahkan objek atau nilainya, atau tulis `takes: nothing` pada relasinya
        [no-value] tambahkan `value`-nya, atau pakai relasi yang hanya memerlukan objek
        [mixed] pisahkan klaim dengan entitas, tanggal, dan kata ke relasi masing-masing
        [values] catat kata-kata itu sebagai entitas, masing-masing sebagai `object`: semuanya akan dibaca
        [words] tambahkan `label: "…"` atau `phrasings: { "{" }"id": ["{ "{subject}" } … { "{object}" }"]{ "}" }` pada relasinya
       *[language] tambahkan rumusan dalam { $languages } pada `{ $relation-id }`, atau hapus semuanya jika labelnya sudah cukup
    }

misread-example = “{ $sentence }” seharusnya { $expected ->
    [unread] tidak terbaca sebagai apa pun
   *[other] terbaca sebagai `{ $expected }`
}, tetapi { $found ->
    [unread] tidak ada yang terbaca{ $reason ->
        [none] { "" }
       *[other] : { $reason }
    }
   *[other] terbaca sebagai `{ $found }`{ $of ->
        [other] { " " }tentang hal lain
       *[this] { "" }
    }: “{ $subject ->
        [none] …
       *[other] { $subject }
    } { $said-label }{ $object ->
        [none] { "" }
       *[other] { " " }{ $object }
    }{ $value ->
        [none] { "" }
       *[other] { " " }{ $value }
    }”
}
    .label = { $found ->
        [unread] tidak terbaca
       *[other] terbaca sebagai `{ $found }`
    }
    .help = perbaiki contohnya, atau kata-kata { $relation }: `erstwhile rules { $relation-id }` menampilkannya

misread-words = kata-kata “{ $words }” dari { $relation } tidak aman: “{ $sentence }” seharusnya { $expected ->
    [unread] tidak terbaca sebagai apa pun
    [past] terbaca tentang masa lalu
   *[other] terbaca sebagai `{ $expected }`
}, tetapi terbaca sebagai `{ $found }`
    .label = terbaca sebagai `{ $found }`
    .help = persempit kata-katanya: kurangi atau perpendek celah (…) dalam polanya, kecualikan kata yang membaliknya (`!tidak`), atau tulis entri `words`, yang dirangkai oleh bahasanya sendiri

undeclared-polarity = kata-kata “{ $words }” dari { $relation } memuat “{ $trigger }”, tetapi tidak menyebut apa artinya bagi relasi itu
    .label = memuat “{ $trigger }”
    .help = awali polanya dengan `asserts:`, `denies:`, `ended:`, atau `planned:`; beri entri `words` sebuah `when` (`holds`, `denies`, `ends`, `plans`)

unused-source = tidak ada klaim yang mengutip sumber `{ $source-id }` ({ $source-title })
    .label = tidak mendukung apa pun
    .help = kutip di tempat yang sesuai, atau hapus

law-at-most = { $relation } hanya membolehkan { $count } { $per ->
    [subject] objek untuk tiap subjek
    [object] subjek untuk tiap objek
   *[pair] nilai untuk tiap pasangan subjek dan objek
}{ $when ->
    [ever] , kapan pun
   *[at-a-time] { " " }pada satu waktu
}
law-excludes = { $relation } tidak dapat berlaku bersama { $others } { $ends ->
    [same-subject] untuk subjek yang sama
    [same-object] untuk objek yang sama
    [other-subject] untuk objek yang sama dengan subjek lain
    [other-object] untuk subjek yang sama dengan objek lain
   *[same-both] antara dua pihak yang sama
}
law-denial = suatu klaim dan bantahannya tidak mungkin sama-sama benar
law-supersedes = klaim yang sudah digantikan klaim lain tidak lagi berlaku

## Naskah: temuan `lint`

accept-paragraph = Jika ingin dibiarkan, tulis di atas paragraf itu:
accept-draft = Jika ingin dibiarkan, tulis di mana saja dalam naskah:

supported = sesuai dengan catatan kami: { $claim } { $claim-valid } ({ $claim-by })

outdated = { $until ->
    [none] sudah tidak berlaku
   *[other] berlaku hingga { $until-point }; kini sudah tidak
}{ $now ->
    [none] { $then ->
        [none] { "" }
       *[other] . { $from ->
            [none] Setelah itu
           *[other] Sejak { $from-point }
        }{ $then_until ->
            [none] { "" }
           *[other] { " " }(hingga { $then_until-point })
        }: { $then }
    }
   *[other] . { $then ->
        [none] { $from ->
            [none] Sejak itu
           *[other] Sejak { $from-point }
        }
       *[other] Sekarang
    }: { $now } ({ $now-by })
}{ $written ->
    [held] . Saat naskah ini ditulis, hal itu masih benar
   *[other] { "" }
}
    .label = berlaku { $held }
    .help = { $suggest ->
        [none] sebutkan kapan hal itu berlaku
       *[other] tambahkan keterangan waktu (“{ $suggest }”)
    }{ $now ->
        [none] { "" }
       *[other] , atau tulis keadaan sekarang
    }

premature = { $said ->
    [ended] ini tidak mungkin sudah berakhir karena baru dimulai { $begins-when }
   *[other] baru berlaku mulai { $begins-point }
}: { $claim } ({ $claim-by })
    .label = mulai { $begins-point }
    .help = { $announced ->
        [none] sebutkan kapan dimulai ({ $begins-when }), atau jangan ditulis dulu
       *[other] tulis bahwa hal ini diumumkan { $announced-when } dan dimulai { $begins-when }
    }

not-yet = { $said ->
    [agrees] sesuai dengan catatan kami: belum berlaku
    [ended] ini tidak mungkin sudah berakhir karena belum dimulai
   *[holds] { $not_before ->
        [none] belum berlaku
       *[other] belum berlaku, paling cepat { $not_before }
    }
}: { $claim } ({ $claim-by })
    .label = belum berlaku{ $confirmed ->
        [none] { "" }
       *[other] { " " }per { $confirmed }
    }
    .help = tulis bahwa ini baru direncanakan, atau jangan ditulis dulu; jika sudah dimulai, catat tanggal mulai dan sumbernya pada `{ $claim-id }`

may-have-begun = mungkin sudah dimulai{ $not_before ->
    [none] { "" }
   *[other] { " " }sejak { $not_before }
}: saat terakhir dikonfirmasi oleh { $claim-by }, hal ini belum dimulai
    .label = { $confirmed ->
        [none] tidak dikonfirmasi
       *[other] tidak dikonfirmasi lagi sejak { $confirmed-point }
    }
    .help = periksa apakah ini sudah dimulai; lalu catat tanggal mulainya pada `{ $claim-id }`, atau tambahkan sumber yang lebih baru jika memang belum

misdated = tanggalnya keliru: menurut catatan kami, { $how ->
    [happened] ini terjadi { $claim-valid }
    [open] ini berlaku { $claim-valid }
    [ended] ini berlaku { $claim-valid }
   *[coming] { $claim-valid }
}: { $claim } ({ $claim-by })
    .label = catatan kami: { $claim-valid }
    .help = { $suggest ->
        [none] pakai tanggal dalam catatan kami
       *[other] tulis “{ $suggest }”
    }; kalau naskah yang benar, perbaiki klaim `{ $claim-id }`

contradicted = { $how ->
    [excluded] catatan kami menyebutkan lain
   *[opposite] bertentangan dengan catatan kami
}: { $claim } { $claim-valid } ({ $claim-by })
    .label = { $how ->
        [excluded] tidak mungkin sama-sama benar
       *[opposite] catatan kami menyebutkan sebaliknya
    }
    .help = tulis sesuai catatan kami; kalau naskah yang benar, perbaiki klaim `{ $claim-id }`

named-otherwise = catatan kami menyebut { $holder }: { $claim } { $claim-valid } ({ $claim-by }); “{ $name }” tidak ada dalam catatan kami
    .label = catatan kami menyebut { $holder }
    .help = tulis sesuai catatan kami; kalau naskah yang benar, perbaiki klaim `{ $claim-id }` dan catat “{ $name }”, juga kalau itu nama lain { $holder }

disputed = catatan kami sendiri bertentangan: { $claim } ({ $claim-by }){ $against ->
    [none] { "" }
   *[other] , tetapi { $against } ({ $against-by })
}
    .label = mana yang benar?
    .help = cari tahu klaim mana yang benar dan perbaiki yang lain (`erstwhile check` menampilkan keduanya); sementara itu, sebutkan menurut siapa

presumed = mungkin sudah berubah: terakhir dikonfirmasi oleh { $claim-by }
    .label = { $confirmed ->
        [none] lama tidak dikonfirmasi
       *[other] tidak dikonfirmasi lagi sejak { $confirmed-point }
    }
    .help = periksa apakah ini masih berlaku; lalu tambahkan sumber yang lebih baru pada `{ $claim-id }`, atau beri tanggal pada kalimat ini

unsourced-match = { $circular ->
    [none] klaim yang cocok tidak punya sumber: { $claim }
    [itself] satu-satunya sumber untuk ini adalah naskah ini sendiri: { $claim }
   *[derived] satu-satunya sumber untuk ini, { $source }, bersumber dari naskah ini sendiri: { $claim }
}
    .label = { $circular ->
        [none] tidak ada sumber dalam catatan kami
       *[other] tidak ada sumber lain dalam catatan kami
    }
    .help = cari { $circular ->
        [none] sumber
       *[other] sumber lain
    } dan kutip di `{ $claim-id }`, atau sebutkan dalam kalimat ini menurut siapa

unknown = tidak ada dalam catatan kami
    .label = tidak ada klaim yang cocok
    .help = periksa kebenarannya; kalau penting, tambahkan klaim lengkap dengan tanggal dan sumbernya

unjudged = tidak dinilai: { $reason }
    .label = tidak dinilai
    .help = `erstwhile read` menunjukkan cara kalimat ini dipahami; tulis dengan lebih jelas, atau tambahkan polanya (`phrasings`) pada relasinya

unclear = { $why ->
    [possible] kalimat ini menyebut apa yang mungkin atau direncanakan, bukan yang sudah terjadi
    [date] tanggalnya tidak dapat dipahami, atau dihitung dari tanggal naskah yang tidak ada
   *[unclear] tidak jelas apakah atau kapan hal ini dimaksudkan berlaku
}

misattributed = catatan kami tidak mencantumkan { $source } untuk klaim ini{ $claim-source ->
    [none] , juga tidak ada sumber lain
   *[other] , melainkan { $claim-by }
}
    .label = tidak tercantum untuk klaim ini
    .help = kutip sumber yang memang menyatakan ini; kalau sumber ini menyatakannya, tambahkan `{ $source-id }` ke sumber klaim `{ $claim-id }` (sumber ini tercantum untuk { $other })

uncited = sumber tidak disebutkan
    .label = tidak ada tautan, catatan, atau sumber di dekatnya
    .help = beri tautan ke sumbernya atau sebutkan namanya{ $claim-source ->
        [none] { "" }
       *[other] : { $claim-cite }
    }

stale-date = menyebut keadaan per { $date-point }, lebih dari { $limit } sebelum { $as_of }
    .label = mungkin sudah berubah
    .help = periksa keadaan sekarang, lalu sebutkan tanggal yang lebih baru

vague-time = cepat usang dan tidak menyebut tanggal
    .label = kapan?
    .help = sebutkan tanggalnya

self-contradiction = { $says ->
    [asserts] menyatakan apa yang dibantah kalimat lain
   *[denies] membantah apa yang dinyatakan kalimat lain
}: “{ $subject ->
    [none] …
   *[other] { $subject }
} { $relation-label }{ $far ->
    [nothing] { "" }
   *[side] { " " }{ $object ->
        [none] …
       *[other] { $object }
    }
}”
    .label = tidak mungkin benar bersama kalimat yang lain
    .help = sebutkan kapan yang lebih lama berlaku, atau hapus salah satunya

undated-draft = naskah ini tidak bertanggal, jadi dinilai per { $day }
    .label = tidak ada `date:` di bagian kepala
    .help = tulis `date: 2025-01-21` di bagian kepala, atau tentukan hari dengan `--as-of`

malformed-head = { $reason }
    .label = tidak terbaca
    .help = perbaiki bagian kepala naskah; isi di bawahnya tetap diperiksa

malformed-allow = { $reason }
    .label = tidak terbaca
    .help = `<!-- erstwhile-ignore CODE(KLAIM): alasan until=TANGGAL -->` berlaku untuk blok berikutnya, `erstwhile-ignore-begin …` sampai `erstwhile-ignore-end`, `erstwhile-ignore-file …` untuk seluruh naskah; klaim dan tanggal boleh dihilangkan

unused-allow = { $of ->
    [claim] `{ $claim }` membiarkan `{ $code }`
   *[draft] naskah ini membiarkan `{ $code }`{ $claim ->
        [none] { "" }
       *[other] { " " }tentang `{ $claim }`
    }
}{ $until ->
    [none] , padahal temuan itu tidak ada di sini
   *[other] { " " }hanya sampai { $until-point }, dan tanggal itu sudah lewat
}
    .label = alasannya: “{ $reason }”
    .help = hapus, atau perbarui dengan alasan yang berlaku sekarang

unknown-code = naskah ini membiarkan `{ $code }`, padahal itu bukan kode
    .label = kode tidak dikenal
    .help = { $near ->
        [none] `erstwhile rules` menampilkan semua kode dan aturan
       *[other] maksudnya `{ $near }`?
    }

unknown-claim = naskah ini membiarkan temuan tentang `{ $claim }`, padahal tidak ada klaim dengan id itu
    .label = tidak ada dalam catatan kami
    .help = sebutkan id klaim seperti yang tertera pada temuan

unused-baseline = baseline mencantumkan `{ $code }` di { $path }, tetapi temuan itu sudah tidak ada
    .label = sudah diperbaiki
    .help = hapus baris itu, atau jalankan lagi perintahnya dengan `--prune-baseline`

## Pembacaan: keluaran `read`, dan bagian naskah yang tidak terbaca

why-pattern = “{ $words }” menyatakannya
why-denial = “{ $words }” { $how ->
    [ended] menandakan bahwa hal itu sudah berakhir
   *[denies] menyangkalnya
}
why-modality = “{ $words }” menjadikannya { $modality ->
    [reported] kabar dari pihak lain
    [quoted] kutipan
    [possible] sesuatu yang mungkin atau direncanakan
   *[forecast] perkiraan
}
why-time = “{ $words }” menunjukkan waktunya
unread-no-pattern = tidak ada kata-kata yang menyatakan relasi
unread-no-words = kedua ujung { $claim } disebut, tetapi tidak ada kata-kata untuk { $relation }
unread-scattered = ada kata-kata untuk { $relation }, tetapi susunannya tidak menyatakan relasi itu
unread-pattern = “{ $words }” bisa berarti { $relation }, tetapi { $reason ->
    [subject] tidak ada nama yang cocok sebagai subjeknya
    [object] tidak ada nama yang cocok sebagai objeknya
    [wrong-kind] jenis nama-nama ini tidak sesuai dengan relasinya
    [other-role] kata di dekatnya mengubahnya menjadi peran lain
    [amount] tidak ada jumlah dalam satuan yang sesuai
    [date] tanggalnya tidak ada dalam catatan kami
    [construction] tidak ada yang menghubungkannya dengan subjek dan objeknya
    [question] ini pertanyaan
    [supposition] ini khayalan atau anggapan orang
    [condition] ini pengandaian
   *[command] ini perintah
}
flaw-head = { $reason ->
    [unclosed] bagian kepala naskah tidak ditutup: baris `{ $written }` tidak ada
    [quote] tanda kutip di bagian kepala naskah tidak ditutup
    [date] `{ $written }` bukan tanggal: tulis seperti 2025-01-21
    [TOML] baris di kepala naskah ini bukan TOML yang sah
   *[YAML] baris di kepala naskah ini bukan YAML yang sah
}
flaw-allow = { $reason ->
    [unknown-name] `{ $written }` tidak dikenal: yang ada `erstwhile-ignore`, `erstwhile-ignore-begin`, `erstwhile-ignore-end`, dan `erstwhile-ignore-file`
    [empty] komentar ini tidak menyebut apa yang dibiarkan dan alasannya: tulis `CODE: ALASAN`
    [no-reason] tanpa alasan, tidak ada yang dibiarkan: tulis `CODE: ALASAN`
    [placeholder] tanpa alasan, tidak ada yang dibiarkan: ganti `WHY` dengan alasannya
    [claim] `{ $written }` seharusnya kode dan klaim dalam kurung: `CODE(KLAIM)`
    [no-code] tanpa kode, tidak ada yang dibiarkan: tulis `CODE: ALASAN`
    [several-codes] `{ $written }` seharusnya satu kode, atau beberapa yang dipisahkan koma
    [until-not-last] `until=TANGGAL` harus menjadi kata terakhir, jadi tidak ada yang dibiarkan
    [until-date] `{ $written }` bukan tanggal, jadi tidak ada yang dibiarkan: { $error }
    [nothing-follows] tidak ada teks setelah komentar ini
    [closes-nothing] komentar ini tidak menutup apa pun: tidak ada `erstwhile-ignore-begin` sebelumnya
   *[unclosed] bagian ini tidak pernah ditutup, jadi tidak ada yang dibiarkan: `<!-- erstwhile-ignore-end -->` tidak ada
}
read-head = { $path }: { $date ->
    [none] tanpa tanggal
   *[other] bertanggal { $date }{ $from ->
        [none] {""}
        [path] {" "}menurut jalur berkasnya
       *[other] {" "}menurut `{ $from }`
    }
}, { $language ->
    [none] bahasa tidak dikenal
   *[other] bahasa `{ $language }`
}, dinilai per { $day }
words-none = Tidak ada kata-kata yang perlu ditambahkan. `erstwhile read` menampilkan kalimat yang tidak terbaca.
words-of = { $relation-id }: { $relation-label }
words-found = { $count-grouped } kalimat: { $words }
words-advice = Tambahkan barisnya ke relasi di `rules/` kalau kata-katanya memang menyatakan relasi itu, bukan hal lain tentang keduanya; beberapa entri digabung dalam satu daftar. Setelah itu `erstwhile read` menunjukkan bagaimana kalimatnya dipahami.
read-nothing = Tidak ada kalimat yang menyebut sesuatu dalam catatan kami.
read-unread = tidak terbaca: { $why } (menyebut { $names })
read-cites = mengutip { $written }: { $sources ->
    [none] tidak ada dalam catatan kami
   *[other] { $sources }
}
read-asserts = { $verdict ->
    [supported] didukung
    [presumed] diduga masih berlaku
    [outdated] sudah tidak berlaku
    [premature] belum berlaku
    [misdated] salah tanggal
    [contradicted] bertentangan
    [disputed] diperselisihkan
    [unsourced] tanpa sumber
    [unclear] tidak jelas
   *[unknown] tidak diketahui
}: { $said }
read-how = { $modality ->
    [reported] menurut pihak lain
    [quoted] kutipan
    [possible] sesuatu yang mungkin atau direncanakan
    [forecast] dinyatakan sebagai perkiraan
   *[stated] dinyatakan sebagai fakta
}, { $time ->
    [within] tentang { $from }
    [between] tentang waktu dari { $from } hingga { $until }
    [since] tentang waktu sejak { $from }
    [until] tentang waktu hingga { $until }
    [present] tentang masa kini
    [past] tentang masa lalu
   *[unplaced] tentang tanggal yang tidak dapat dipastikan
}{ $confidence ->
    [low] { "; " }keyakinan rendah
    [medium] { "; " }keyakinan sedang
   *[high] { "" }
}{ $unrecorded ->
    [none] { "" }
   *[other] { "; " }“{ $unrecorded }” tidak ada dalam catatan kami
}{ $unclear ->
    [none] { "" }
    [possible] { "; " }yang baru mungkin atau direncanakan tidak dinilai
    [date] { "; " }tidak dapat dipastikan waktu mana yang dimaksud
   *[other] { "; " }tidak jelas apakah atau kapan hal ini dimaksudkan benar
}{ $record ->
    [none] { "" }
   *[other] { "; " }catatan kami: `{ $record-id }`, { $record-valid }
}
read-because = karena { $reasons }

## Laporan: apa yang usang

listed-taken-over = digantikan { $newer } { $newer-start } ({ $newer-by })
listed-both-open = keduanya masih terbuka, dan tanggalnya tidak menunjukkan mana yang menggantikan
listed-ended = berakhir { $end-when }{ $next ->
    [nothing] ; kelanjutannya tidak ada dalam catatan kami
   *[replaced] { "" }
}
listed-ends = berakhir { $end-when }{ $perhaps ->
    [over] , jadi mungkin sudah berakhir
   *[none] { "" }
}
    .help = periksa apakah benar berakhir saat itu, lalu catat kelanjutannya
listed-stale = terakhir dikonfirmasi { $confirmed-when } ({ $claim-by }){ $recheck ->
    [none] { "" }
   *[other] ; periksa ulang { $recheck-every }
}
listed-awaited = belum berlaku{ $confirmed ->
    [none] { "" }
   *[other] { " " }saat terakhir dikonfirmasi { $confirmed-when } ({ $claim-by })
}{ $not_before ->
    [none] { "" }
   *[other] ; mungkin sudah dimulai sejak { $not_before }
}{ $recheck ->
    [none] { "" }
   *[other] ; periksa ulang { $recheck-every }
}
listed-realised = masih tercatat belum berlaku, padahal menurut { $newer } sudah dimulai { $newer-start } ({ $newer-by })
listed-may-begin = belum berlaku; mungkin dimulai, paling cepat { $not_before }
    .help = periksa apakah benar dimulai saat itu, lalu catat tanggal mulainya
listed-due = terakhir dikonfirmasi { $confirmed-when } ({ $claim-by }); periksa ulang { $recheck-every }
    .help = periksa apakah masih berlaku: tambahkan sumber yang lebih baru, atau akhiri klaimnya
listed-unsourced = { $sources ->
    [0] { $disputed ->
        [yes] tidak ada sumber yang mendukung: semua yang dikutip justru membantah
       *[no] tanpa sumber
    }
   *[other] hanya { $sources } sumber
}
listed-excluded = { $how ->
    [certain] tidak mungkin sama-sama benar, padahal keduanya tercatat berlaku
   *[possible] tidak mungkin sama-sama benar jika keduanya berlaku
}{ $from ->
    [none] { "" }
   *[other] { $to ->
        [none] { " " }sejak { $from }
       *[other] { " " }antara { $from } dan { $to }
    }
}

report-title = Klaim yang usang per { $day }
report-as-of = per { $day }
report-heading = Klaim yang usang
report-known-by = Hanya berdasarkan sumber yang terbit sampai { $day }.
report-checked = { $claims-grouped } klaim diperiksa; { $listed ->
    [0] tidak ada yang usang.
   *[other] { $listed-grouped } tercantum di sini.
}
report-drafts = { $read } naskah dibaca{ $other ->
    [0] .
   *[other] ; `erstwhile lint` menemukan { $other } hal lain di sana.
}
report-compared = Dibandingkan dengan { $since }, berdasarkan sumber yang terbit sampai { $known }.
report-incomplete = Tidak semuanya dapat dibaca atau dipakai, jadi mungkin ada lebih banyak dari yang tercantum di sini.
report-nothing = Tidak ada yang usang, dan tidak ada yang perlu diperiksa dalam waktu dekat.

report-change = Ubah sekarang
report-change-about = { $sentences } kalimat dalam naskah menyatakan hal yang sudah tidak berlaku.
report-attention = Perlu perhatian
report-check = Mungkin sudah usang dalam naskah
report-check-about = { $sentences } kalimat mungkin menyatakan hal yang sudah tidak berlaku; pembacaannya belum pasti.
report-superseded = Sudah digantikan, masih terbuka
report-superseded-about = Sudah ada klaim baru yang menggantikan, tetapi klaim ini masih terbuka.
report-stale = Lama tidak dikonfirmasi
report-stale-about = Dianggap masih berlaku, tetapi sudah terlalu lama tidak dikonfirmasi.
report-stale-todo = Periksa apakah masing-masing masih berlaku: tambahkan sumber yang lebih baru, atau akhiri klaimnya.
report-expiring = Segera jatuh tempo
report-expiring-about = Berakhir atau perlu diperiksa ulang dalam { $within }: paling lambat { $until }.
report-unsourced = Tanpa sumber
report-unsourced-about = Tidak punya sumber, atau sumbernya kurang.
report-unsourced-todo = Tambahkan sumber yang menyatakannya: `sources: ["…"]`.
report-contradiction = Bertentangan
report-contradiction-about = Ada klaim lain yang tidak mungkin benar pada saat yang sama.
report-ended = { $drafts ->
    [none] Sudah berakhir
   *[read] Sudah berakhir, tidak ada di naskah
}
report-ended-about = { $drafts ->
    [none] Dulu benar, kini tidak lagi. Belum ada naskah yang dibaca: sebutkan dengan `--drafts`.
   *[read] Dulu benar, kini tidak lagi. Tidak ada naskah yang menyatakannya, jadi tidak ada yang perlu dilakukan.
}
report-ended-list = Untuk melihat daftarnya: `--ended`.
report-some-listed = { $listed } dari { $total }
report-left-out = { $count-grouped } entri lain tidak dicantumkan; di setiap bagian, yang paling lama terlewat didahulukan. `--limit 0` mencantumkan semuanya.
report-some-possible = { $count }: { $certain } pasti, { $possible } mungkin
report-section-word = { $section ->
    [superseded] sudah digantikan
    [stale] lama tidak dikonfirmasi
    [expiring] segera jatuh tempo
    [unsourced] tanpa sumber
    [contradiction] bertentangan
   *[ended] sudah berakhir
}

report-label-write = Tindakan
report-label-says = Catatan kami
report-label-held = Dulu berlaku
report-label-valid = Masa berlaku
report-label-overdue = Terlambat
report-label-when = Kapan
report-label-ended = Berakhir
report-label-since = Sejak
report-label-why = Alasan
report-label-perhaps = Mungkin
report-label-replaced = Digantikan
report-label-followed = Disusul
report-label-continued = Berlanjut
report-label-now = Kini berlaku
report-label-against = Bertentangan
report-label-earlier = Sebelumnya
report-label-todo = Tindakan
report-label-in-draft = Di naskah
report-label-where = Berkas
report-label-new = Baru

report-distance = { $how ->
    [today] hari ini
    [ahead] { $length } lagi, { $date }
    [ago] { $date-when }, { $length } lalu
    [over] sejak { $date }, { $length }
   *[since] { $date }, { $length } lalu
}
report-held = { $period } ({ $by }{ $end ->
    [unsourced] ; tanggal akhir tanpa sumber
   *[sourced] { "" }
})
report-unsourced-end = tanggal akhir tanpa sumber
report-mention = { $statement } ({ $period }; { $by }{ $end ->
    [unsourced] ; tanggal akhir tanpa sumber
   *[sourced] { "" }
}) `{ $id }`
report-undated = tidak bertanggal
report-draft = { $place }: “{ $sentence }” ({ $state ->
    [in-order] hari ini masih benar
   *[other] { $state }
})
report-in-order = hari ini masih benar
report-above = { $count } kalimat, lihat “{ $under }”

report-change-count = { $then } { $when }{ $new ->
    [0] { "" }
   *[other] ; { $new } baru
}{ $gone ->
    [0] { "" }
   *[other] ; { $gone } hilang
}{ $moved ->
    [same] ; tetap
   *[moved] { "" }
}
report-came = sejak { $since }{ $before ->
    [none] { "" }
   *[other] ; waktu itu { $before }
}
report-gone = Hilang sejak { $since } ({ $count })
report-went = dulu { $was }{ $since ->
    [none] { "" }
   *[other] , { $since }
}; { $now ->
    [none] tidak tercantum lagi
    [under] kini di bawah versi yang lebih baru
   *[other] kini { $now }
}

report-skip = Langsung ke daftar
report-sections = Bagian
report-filter = Saring daftar
report-search = Cari
report-search-in = Kata, id, sumber, berkas
report-filter-section = Bagian
report-filter-about = Tentang
report-filter-all = Semua
report-filter-drafts = Ada di naskah
report-filter-new = Baru
report-clear = Kosongkan
report-keys = `/` mencari, `Esc` mengosongkan
report-shown = %shown dari %all entri
report-shown-all = %all entri
report-link-over-time = { $name ->
    [none] Garis waktu
   *[other] Garis waktu { $name }
}
report-says = menurut { $who }
report-kind = { $kind ->
    [primary] sumber primer
   *[secondary] sumber sekunder
}
report-since = Sejak { $since }
report-since-about = Jumlah entri tiap bagian dulu dan sekarang.
report-then = Dulu
report-gone-count = Hilang
report-new-count = Baru
report-now-count = Kini
report-same = tetap
report-was = dulu { $then }
report-over-time = Garis waktu
report-over-time-about = Yang tercantum di sini menurut pokoknya, beserta yang menggantikan atau bertentangan dengannya.
report-no-subject = Tanpa entitas
report-figure = { $listed } klaim tercantum{ $others ->
    [0] { "" }
   *[other] { " " }dan { $others } lainnya
}{ $part ->
    [none] { "" }
   *[other] , { $part }
}
report-figure-part = { $from } sampai { $to }
report-drawing = Batang di atas sumbu tanggal, satu untuk setiap klaim pada daftar di sampingnya, yang menyatakan hal yang sama dengan kata-kata.
report-replaced-by = digantikan “{ $statement }”
report-legend = Arti tanda
report-sign-known = diketahui berlaku
report-sign-presumed = dianggap berlaku: belum dikonfirmasi lagi
report-sign-perhaps = mungkin: tanggalnya tidak tepat
report-sign-happened = terjadi
report-sign-arrow = digantikan
report-colour-bad = sudah digantikan, bertentangan
report-colour-doubtful = sudah berakhir, lama tidak dikonfirmasi
report-colour-soon = segera jatuh tempo
report-colour-plain = tanpa sumber; sudah lewat dan tidak tercantum
report-colour-good = masih berlaku, tidak tercantum
report-made-by = Dibuat dengan `erstwhile report` { $version }, melihat ke depan sampai { $until }. Halaman ini tidak memuat apa pun dari web.

## Tempat lain

place-record = `{ $claim-id }`: { $claim-valid } ({ $claim-by })
place-claim = `{ $claim-id }`
place-source = `{ $source-id }`
place-origin = semuanya berasal dari `{ $source-id }`
place-undated = `{ $source-id }` tidak punya `published`
place-beginning = { $entity } mulai
place-end = { $entity } berakhir
place-other-sentence = kalimat yang lain
place-cited-by = dikutip oleh `{ $claim-id }`
evidence-claim = `{ $claim-id }`: { $claim }, { $claim-valid }
evidence-source = `{ $source-id }`: { $source-title }{ $publisher ->
    [none] { "" }
   *[other] , { $publisher }
}{ $published ->
    [none] { "" }
   *[other] , { $published }
}

## Catatan: keluaran `show`

show-head = { $what ->
    [claim] klaim
    [entity] entitas
    [source] sumber
   *[relation] relasi
} { $id }, { $place ->
    [none] hanya disebut dalam tabel
   *[other] { $place }
}
show-line = { $said } ({ $valid }; { $claim-by }) [{ $claim-id }]
show-listed = { $valid }{ $state ->
    [corrected] , dikoreksi
    [replaced] , digantikan
   *[none] { "" }
} [{ $claim-id }]
show-denied = tidak benar: { $said }
show-says = Isi
show-valid = Berlaku
show-as-of = Per
show-sources = Sumber
show-undated = tanpa tanggal
show-source-kind = { $kind ->
    [primary] primer
   *[secondary] sekunder
}
show-disputes = membantahnya: { $title }
show-not-published = belum terbit saat itu, jadi tidak dihitung
show-confirms = mengonfirmasinya untuk { $date }
show-unreadable-dates = tanggalnya tidak dapat dibaca
show-period = { $valid }{ $announced ->
    [none] { "" }
   *[other] ; diumumkan { $announced-when }
}
show-day = { $day }{ $known_by ->
    [none] { "" }
   *[other] , dengan sumber yang terbit hingga { $known_by }
}
show-before-and-after = Sebelum dan sesudah
show-supersedes = Menggantikan
show-superseded-by = Digantikan oleh
show-follows = Menyusul
show-followed-by = Disusul oleh
show-continues = Meneruskan
show-continued-by = Diteruskan oleh
show-corrects = Mengoreksi
show-corrected-by = Dikoreksi oleh
show-repeats = Mengulang
show-repeated-by = Diulang oleh
show-not-begun = belum mulai berlaku
show-contradicted-by = Yang bertentangan dengannya
show-findings = Temuan lain
show-accepted = Dibiarkan
show-acceptance = { $code }{ $until ->
    [none] { "" }
   *[other] , sampai { $until-point }
}: { $reason }
show-note = Keterangan
show-also = Juga
show-part-of = Bagian dari
show-parts = Terdiri dari
show-claims = { $count ->
    [0] Tidak ada klaim
   *[other] { $count-grouped } klaim, per { $day }
}
show-publisher = Penerbit
show-published = Terbit
show-kind = Jenis
show-address = Alamat
show-derived-from = Diambil dari
show-source-of = Dikutip oleh
show-origin = Asal
show-laws = Ketentuan
show-no-laws = tidak ada
show-standing = { $state ->
    [corrected] tidak pernah benar: { $other }
    [unusable] tidak diketahui: tanggalnya tidak dapat dipakai
    [unpublished] belum diketahui: belum ada sumbernya yang terbit
    [to-come] akan datang: { $valid }
    [happened] terjadi { $valid }{ $ago ->
        [none] { "" }
       *[other] , { $ago } lalu
    }
    [happens] terjadi { $valid }
    [replaced] digantikan { $date-when }: { $other }
    [ended] sudah tidak berlaku; berakhir { $date-when }{ $ago ->
        [none] { "" }
       *[other] , { $ago } lalu
    }
    [begins] belum berlaku; mulai { $date-when }
    [true] berlaku
    [perhaps] mungkin berlaku: tanggalnya belum pasti
    [undated] terakhir dikonfirmasi { $date-when }, { $ago } lalu; tidak bertanggal
    [unconfirmed] tidak diketahui: tidak bertanggal, dan tidak ada sumber bertanggal yang mengonfirmasinya
    [replaced-plan] belum berlaku, dan sudah digantikan: { $other }
    [not-before] belum berlaku; paling cepat mulai { $date }
    [may-have-begun] mungkin berlaku: mungkin sudah mulai sejak { $date }
    [not-yet] diduga belum berlaku: terakhir dikonfirmasi { $date-when }{ $ago ->
        [none] { "" }
       *[other] , { $ago } lalu
    }
    [not-yet-stale] diduga belum berlaku: terakhir dikonfirmasi { $date-when }, { $ago } lalu, sudah terlalu lama
    [not-yet-unconfirmed] diduga belum berlaku, meski tidak ada sumber bertanggal yang mengonfirmasinya
    [presumed-begun] diduga sudah mulai; tanggal mulai tidak tercatat
    [stale] diduga masih berlaku: terakhir dikonfirmasi { $date-when }, { $ago } lalu, sudah terlalu lama
    [presumed] diduga masih berlaku: terakhir dikonfirmasi { $date-when }, { $ago } lalu
   *[presumed-unconfirmed] diduga masih berlaku, meski tidak ada sumber bertanggal yang mengonfirmasinya
}
sign-known = diketahui
sign-presumed = diduga
sign-perhaps = mungkin
sign-happened = terjadi
sign-day = per { $day }

## Naskah beranotasi

annotated-page = { $name }: beranotasi
annotated-pages = { $count } naskah beranotasi
annotated-skip = Langsung ke naskah
annotated-drafts = Naskah
annotated-date = { $date ->
    [none] tanpa tanggal
   *[other] bertanggal { $date }
}
annotated-judged = Dinilai per { $day }{ $known ->
    [none] { "" }
   *[other] , hanya berdasarkan sumber yang terbit sampai { $known }
}.
annotated-unread = Naskah ini tidak terbaca.
annotated-coverage = { $sentences } kalimat, { $naming ->
    [0] tidak ada yang menyebut sesuatu dalam catatan kami
   *[other] { $naming } menyebut sesuatu dalam catatan kami, { $judged } dinilai
}{ $attention ->
    [0] . Tidak ada yang perlu diperiksa.
   *[other] . { $attention } kalimat perlu diperiksa.
}
annotated-legend = Arti tanda
annotated-marks = Catatan untuk kalimat yang ditandai ada di sampingnya atau di bawahnya, dengan nomor yang sama; kata-kata yang menentukan digarisbawahi. Kalimat tanpa tanda tidak dinilai.
annotated-title = { $of ->
    [contradicted] Bertentangan dengan catatan kami
    [outdated] Sudah tidak berlaku
    [misdated] Tanggal salah
    [premature] Belum berlaku
    [disputed] Catatan kami saling bertentangan
    [presumed] Mungkin sudah berubah
    [unsourced] Tanpa sumber dalam catatan kami
    [unclear] Tidak dinilai
    [unknown] Tidak ada dalam catatan kami
    [supported] Didukung
    [misattributed] Sumber meragukan
    [uncited] Tanpa sumber
    [self-contradiction] Bertentangan dengan kalimat lain
    [stale-date] Tanggal lama
    [vague-time] Tanpa tanggal
    [malformed-head] Bagian kepala naskah
    [undated-draft] Naskah tanpa tanggal
    [malformed-allow] Komentar tidak terbaca
    [unused-allow] Komentar tidak diperlukan
    [unreadable-file] Tidak terbaca
    [unparsable-file] Tidak terbaca
   *[other] Masalah
}
annotated-probably = { $title } (mungkin)
annotated-probably-about = Kata-katanya belum pasti bermaksud demikian. { $meaning }
annotated-meaning = { $of ->
    [contradicted] Catatan kami menyatakan lain.
    [outdated] Dulu benar, tetapi sudah tidak berlaku pada waktu yang dibicarakan kalimat ini.
    [misdated] Hal itu benar atau terjadi, tetapi bukan pada tanggal yang disebut.
    [premature] Baru berlaku kemudian.
    [disputed] Klaim-klaim dalam catatan kami tidak sejalan dalam hal ini.
    [presumed] Ada dalam catatan kami, tetapi sudah terlalu lama tidak dikonfirmasi.
    [unsourced] Ada dalam catatan kami, tetapi tanpa sumber yang dapat dipakai.
    [unclear] Hanya terbaca sebagian, atau menyatakan hal yang mungkin atau direncanakan.
    [unknown] Maknanya terbaca, tetapi tidak ada dalam catatan kami.
    [supported] Catatan kami menyatakan hal yang sama untuk waktu yang dibicarakan.
    [misattributed] Sumber yang disebut tidak tercantum untuk hal ini dalam catatan kami.
    [uncited] Tidak ada tautan, catatan kaki, atau sumber di dekatnya.
    [self-contradiction] Kalimat lain dalam naskah menyatakan sebaliknya.
    [stale-date] Keadaan yang disebut berasal dari tanggal yang sudah lama lewat.
    [vague-time] Kata seperti “baru-baru ini” dipakai sebagai ganti tanggal.
    [malformed-head] Ada bagian kepala naskah yang tidak terbaca.
    [undated-draft] Seharusnya dinilai menurut tanggalnya sendiri, tetapi tanggal itu tidak ada.
    [malformed-allow] Ada komentar pembiaran yang tidak terbaca.
    [unused-allow] Komentar membiarkan masalah yang tidak ada, atau sudah lewat waktunya.
   *[other] Naskah atau berkas acuannya perlu diperbaiki.
}
annotated-note = Catatan { $number }: { $titles }
annotated-back = Kembali ke kalimat { $number }
annotated-left-out = { $why ->
    [accepted] dibiarkan dalam naskah
   *[unlisted] tidak dilaporkan kali ini
}
annotated-line = { $claim } ({ $claim-valid })
annotated-accepted = Dibiarkan karena: { $reason }
annotated-todo = Saran:
annotated-see = Lihat { $what } (catatan { $number })
annotated-more = Catatan, sumber, pembacaan
annotated-record = { $part ->
    [after] Kelanjutannya:
    [against] Yang bertentangan:
    [same] Catatan kami tentang hal ini:
   *[decided] Catatan kami:
}
annotated-no-source = Tanpa sumber dalam catatan kami.
annotated-more-sources = dan { $count } lainnya
annotated-also = Klaim lain yang menyatakan hal yang sama: { $claims }
annotated-read = Dibaca sebagai:
annotated-foot = Dibuat dengan erstwhile { $version } dari naskah ini dan kumpulan klaim bertanggal. Kalimat tanpa tanda tidak dinilai.
annotated-keys = Tombol: `n` dan `p` ke kalimat berikutnya dan sebelumnya yang perlu diperiksa, `N` dan `P` ke setiap kalimat yang ditandai, `Enter` ke catatannya dan kembali.

## Catatan terhadap dirinya sendiri: usulan `reconcile`

repair-title = Yang perlu diubah agar klaim tidak saling bertentangan
repair-skip = Langsung ke yang perlu diubah
repair-edits = Perubahan pada berkas
repair-day = Per { $day }.
repair-incomplete = Tidak semuanya pasti: ada yang tidak dapat dibaca atau dipakai, atau ada perbaikan yang belum terbukti paling baik.
repair-drop-heading = Hapus ({ $count })
repair-close-heading = Akhiri ({ $count })
repair-open-heading = Belum pasti ({ $count })
repair-possible-heading = Mungkin bertentangan, tidak diubah ({ $count })
repair-claim = { $claim } ({ $claim-valid })
repair-end = berakhir
repair-stays = tetap
repair-why = alasan
repair-law = aturan
repair-where = tempat
repair-rival = { $claim } ({ $claim-valid }){ $more ->
    [0] {""}
   *[other] {" "}dan { $more } lagi
}
repair-reason = { $by ->
    [rank] klaim yang tetap ditandai sebagai yang diutamakan
    [correction] klaim yang tetap mengoreksi atau menggantikan klaim lain
    [first-hand] klaim yang tetap punya sumber primer
    [origins] klaim yang tetap didukung lebih banyak sumber independen
    [newer] klaim yang tetap dikonfirmasi lebih belakangan
    [precision] tanggal klaim yang tetap lebih tepat
    [agreement] sumber klaim yang tetap lebih sering sejalan dengan sumber lain
    [close] akhirnya tidak tercatat, dan saat inilah klaim berikutnya mulai berlaku
   *[fewest] supaya sesedikit mungkin klaim dihapus
}
repair-preference = { $by ->
    [rank] klaim yang diutamakan
    [correction] koreksi
    [first-hand] sumber primer
    [origins] lebih banyak sumber independen
    [newer] konfirmasi terbaru
    [precision] tanggal lebih tepat
    [agreement] sumber yang sejalan dengan sumber lain
   *[fewest] perubahan sesedikit mungkin
}
repair-either = { $repairs ->
    [none] Beberapa perbaikan sama baiknya. Bedanya pada { $count } klaim:
    [one] Satu perbaikan terbaik, tetapi tanggal akhirnya belum pasti:
   *[other] { $repairs } perbaikan sama baiknya. Bedanya pada { $count } klaim:
}
repair-unproven = { $claims } klaim: perbaikan terbaik yang ditemukan menghapus { $drops }. Terbukti tidak ada yang menghapus kurang dari { $least }; pencarian berhenti di batasnya (--effort).
repair-undecided = Perbaikan terbaik ditemukan, tetapi untuk { $count } klaim belum diketahui apakah ada perbaikan lain yang sama baiknya:
repair-decide = Yang bisa memastikan: sumber, `preferred: true`, `corrects`, atau tanggal yang lebih tepat.
repair-more = dan { $count } lagi (semuanya dengan --output-format json)
repair-possible = { $one } dan { $two }
repair-too-large = { $count } klaim saling bertentangan dengan terlalu banyak cara untuk diperbaiki. Periksa dulu relasi dan tanggalnya.
repair-counts = { $contradictions ->
    [0] Tidak ada pertentangan yang pasti.
   *[other] { $contradictions } pertentangan dalam { $clusters } kelompok: { $drops } klaim dihapus, { $open ->
        [0] tidak ada yang tersisa
       *[other] { $open } kelompok belum pasti
    }.
}{ $closes ->
    [0] {""}
   *[other] {" "}{ $closes } klaim diakhiri.
}
repair-sources = Seberapa sering sumber sejalan dengan yang lain ({ $settled ->
    [yes] mantap setelah
   *[no] belum mantap setelah
} { $rounds } putaran)
repair-source = { $source }: { $percent } %, { $count } pernyataan, { $excluded } dibantah
repair-accepted = { $count } pertentangan diterima lewat `allow` dan dibiarkan.
repair-order = Urutan pertimbangan: { $order }.

## Laporan dibandingkan: apa yang dikatakan `reconcile` tentangnya

point-said = { $manner ->
    [reported] kabarnya { "" }
    [possible-that] mungkin { "" }
    [planned-that] direncanakan atau diperkirakan bahwa { "" }
    [possible] { $record-only ->
        [none] { $relation-possible-so }
       *[other] mungkin { "" }
    }
    [planned] { $record-only ->
        [none] { $relation-planned-so }
       *[other] direncanakan bahwa { "" }
    }
   *[stated] { "" }
}{ $polarity ->
    [denies] { $record-only ->
        [none] { $relation-not-so }
       *[other] tidak benar bahwa { "" }
    }
    [ended] { $record-only ->
        [none] { "" }
       *[other] tidak lagi benar bahwa { "" }
    }
   *[asserts] { "" }
}{ $record-only ->
    [none] { $subject ->
        [none] { $subject_name ->
            [none] sesuatu
           *[other] { $subject_name }
        }
       *[other] { $subject }
    } { $polarity ->
        [denies] { $time ->
            [past] dulu { $relation-not }
           *[none] { $relation-not }
        }
        [ended] { $time ->
            [since] { $relation-plain }
           *[none] { $relation-no-longer }
        }
       *[asserts] { $manner ->
            [possible] { $relation-possible }
            [planned] { $relation-planned }
           *[stated] { $time ->
                [past] { $relation-once }
               *[none] { $relation-plain }
            }
        }
    }{ $far ->
        [nothing] { "" }
       *[side] { $object ->
            [none] { $object_name ->
                [none] { $value ->
                    [none] { $time ->
                        [value] { " " }{ $relation-says-when ->
                        [yes] { $from-when }
                       *[no] { $from }
                    }
                       *[other] { $relation-says-when ->
                            [yes] { "" }
                           *[no] { " " }…
                        }
                    }
                   *[other] { " " }{ $value }
                }
               *[other] { " " }{ $object_name }{ $value ->
                    [none] { "" }
                   *[other] { " " }({ $value })
                }
            }
           *[other] { " " }{ $object }{ $value ->
                [none] { "" }
               *[other] { " " }({ $value })
            }
        }
    }
   *[other] { $record }
}{ $time ->
    [on] { " " }{ $from-when }
    [since] { " " }{ $polarity ->
        [ended] hingga
       *[asserts] sejak
    } { $from-point }
    [until] { " " }hingga { $until-point }
    [between] { " " }dari { $from-point } hingga { $until-point }
   *[none] { "" }
}
date-preposition = pada
not-so = tidak benar bahwa { "" }
possible-so = mungkin { "" }
planned-so = direncanakan bahwa { "" }

verb-past = { $verb }
verb-past-endings = -
verb-since = { $verb }
verb-since-endings = -
verb-not = { $verb ->
    [adalah] bukan
   *[other] tidak { $verb }
}
verb-not-endings = -
verb-no-longer = { $verb ->
    [adalah] bukan lagi
   *[other] tidak lagi { $verb }
}
verb-no-longer-endings = -

verb-was-not = -
verb-was-not-endings = -
verb-has-not = -
verb-has-not-endings = -
verb-once = { $verb ->
    [adalah] pernah menjadi
   *[other] pernah { $verb }
}
verb-once-endings = -
verb-plain = { $verb }
verb-plain-endings = -
verb-possible = mungkin { $plain }
verb-planned = { $plain ->
    [adalah] akan menjadi
   *[other] akan { $plain }
}

account-until = hingga { $until-point }{ $claim-lead }{ $claim-was } ({ $claim-by })
account-too = { $claim-is } ({ $claim-by })
account-and = { " dan " }
account-true = { $claim-held }{ $claim-is } ({ $claim-by })
account-then = setelah itu{ $until ->
    [none] { "" }
   *[other] , hingga { $until-point }
}{ $claim-lead }{ $claim-is } ({ $claim-by })
account-since = sejak { $from ->
    [none] itu
   *[other] { $from-point }
}{ $claim-lead }{ $claim-is } ({ $claim-by })
account-reported = menurut { $report }{ $date ->
    [none] { "" }
   *[other] { " " }({ $date })
}, { $said }{ $cites ->
    [none] { "" }
   *[other] { " " }({ $cites })
}
account-reported-too = { $said }{ $cites ->
    [none] { "" }
   *[other] { " " }({ $cites })
}
account-otherwise = tetapi menurut { $report }{ $date ->
    [none] { "" }
   *[other] { " " }({ $date })
}, { $said }{ $cites ->
    [none] { "" }
   *[other] { " " }({ $cites })
}

decided-records = { $what ->
    [ended] menurut catatan kami, hal ini hanya berlaku hingga { $until ->
        [none] suatu hari yang telah lewat
       *[other] { $until-point }
    }: { $claim } ({ $claim-by })
    [early] menurut catatan kami, hal ini baru berlaku { $claim-valid }: { $claim } ({ $claim-by })
    [wrong] catatan kami bertentangan dengan { $report }: { $claim } { $claim-valid } ({ $claim-by })
   *[right] catatan kami mendukung { $report }: { $claim } { $claim-valid } ({ $claim-by })
}
decided-next = menurut catatan kami, { $report } menyebutkan apa yang menyusul: { $claim } { $claim-valid } ({ $claim-by })
decided-dates = { $report } bertanggal { $date }, { $other } bertanggal { $later }: masing-masing berbicara tentang masanya
decided-times = keduanya berbicara tentang waktu yang berbeda
decided-tense = { $says ->
    [ended] { $report } menyatakan bahwa hal itu sudah berakhir; { $other } berbicara tentang masa sebelumnya
    [possible] { $report } berbicara tentang yang mungkin atau direncanakan, { $other } tentang keadaan sekarang
   *[past] { $report } berbicara tentang masa lalu, { $other } tentang masa kini
}
decided-source = { $why ->
    [corrects] { $report } mengoreksi pernyataan { $other }
    [cites] { $report } mengutip sumber ({ $source }), { $other } tidak
    [states] { $report } menyatakannya sendiri, { $other } hanya mengutip kabar
    [first-hand] { $report } mengutip sumber tangan pertama ({ $source }), { $other } tidak
    [newer] { $report } mengutip sumber yang lebih baru ({ $source }) daripada { $other }
   *[later] { $report } lebih baru ({ $date }) daripada { $other }
}
decided-narrower = { $report } lebih khusus: { $relation } mencakup { $wider }
decided-finer = { $what ->
    [date] { $report } menyebutkan waktunya dengan lebih tepat
    [amount] { $report } menyebutkan jumlahnya dengan lebih tepat
    [sure] { $report } menyatakannya sebagai kenyataan, sedangkan yang lain sebagai kemungkinan
   *[more] { $report } menyebut lebih banyak daripada yang lain
}
decided-together = { $report } menyebutkan hal lain yang sejalan dengan ini: { $said }
decided-part = { $report } berbicara tentang { $part }, { $other } tentang { $whole }
decided-relation = { $report } berbicara tentang { $relation }, { $other } tentang { $wider }; keduanya dapat benar
decided-other = keduanya berbicara tentang hal yang berbeda dan tidak saling meniadakan
decided-law = keduanya tidak mungkin sama-sama benar: { $report } menyatakan bahwa { $said }, { $other } bahwa { $differs }
decided-open = { $needs ->
    [dates] tanggal kedua laporan dapat memutuskan (`--date FILE=DAY`), atau klaim dalam catatan
   *[source] sumber yang dikutip salah satunya dapat memutuskan, atau klaim dalam catatan
}

reconcile-title = { $count } laporan dibandingkan
reconcile-kind = { $kind ->
    [agree] sepakat
    [more] satu menyebutkan lebih banyak
    [time] berbeda menurut waktu
    [scope] berbeda menurut cakupan
    [source] berbeda menurut sumber
    [conflict] bertentangan
   *[single] hanya satu laporan
}
reconcile-entry = { $bearing ->
    [implies] menyatakan sesuatu yang mencakup hal ini
    [after] menyebutkan apa yang menyusul
    [beside] menyatakan hal serupa
    [compatible] menyebutkan hal yang sejalan
    [mentions] hanya mengandaikannya
   *[direct] { $polarity ->
        [denies] menyangkalnya
        [ended] menyatakan bahwa hal itu sudah berakhir
       *[asserts] menyatakannya
    }
}{ $sure ->
    [no] , barangkali
   *[yes] { "" }
}{ $modality ->
    [reported] , menurut pihak lain
    [quoted] , dalam kutipan
    [forecast] , sebagai perkiraan
    [possible] , sebagai sesuatu yang mungkin atau direncanakan
   *[stated] { "" }
}{ $verdict ->
    [none] { "" }
   *[other] ; { $verdict }
}
reconcile-verdict = { $then ->
    [supported] benar ketika terbit{ $now ->
        [outdated] , kini usang
        [contradicted] , kini tidak
       *[other] { "" }
    }
   *[other] { $now ->
        [outdated] usang
        [contradicted] bertentangan dengan catatan kami
        [premature] belum berlaku
        [misdated] salah tanggal
        [disputed] catatan kami saling bertentangan
        [supported] sesuai dengan catatan kami
        [presumed] mungkin sudah berubah
        [unsourced] tanpa sumber dalam catatan kami
       *[other] tidak ada dalam catatan kami
    }
}
reconcile-cites = mengutip { $sources }
reconcile-account = { $of ->
    [single] Yang diketahui
    [conflict] Pernyataan masing-masing
    [source] Yang lebih kuat sumbernya
   *[all] Benar bagi semuanya
}
reconcile-why = Sebabnya
reconcile-records = Catatan
reconcile-change = Yang perlu diubah dalam { $report }
reconcile-undated = tanpa tanggal
reconcile-dated = { $date }
reconcile-nothing = Laporan-laporan ini tidak membicarakan hal yang sama{ $understood ->
    [0] : tidak ada yang terbaca di dalamnya
   *[other] { "" }
}.
reconcile-unread = { $report }: { $judged } dari { $sentences } kalimat terbaca
reconcile-summary = { $points } pokok dalam { $reports } laporan per { $day }: { $kinds }.
reconcile-count = { $kind ->
    [agree] { $count } sepakat
    [more] { $count } dengan satu yang menyebutkan lebih banyak
    [time] { $count } berbeda menurut waktu
    [scope] { $count } berbeda menurut cakupan
    [source] { $count } berbeda menurut sumber
    [conflict] { $count } bertentangan
   *[single] { $count } hanya dalam satu laporan
}

reconcile-skip = Langsung ke pokok-pokoknya
reconcile-points = Pokok demi pokok
reconcile-point = Pokok
reconcile-sides = Berdampingan
reconcile-matrix = Siapa mengatakan apa
reconcile-line = baris
reconcile-to-point = ke pokok { $number }
reconcile-more = Kalimatnya
reconcile-account-whole = Yang benar bagi semuanya, untuk disalin
reconcile-copy = Salin
reconcile-foot = Dibuat oleh erstwhile { $version } dari laporan-laporan itu dan kumpulan klaim bertanggal.
reconcile-keys = Tombol: `n` dan `p` menuju pokok berikutnya dan sebelumnya yang dibicarakan beberapa laporan.

## Kata-kata pihak lain

verbatim = { $message }
    .label = { $label }
    .help = { $help }
