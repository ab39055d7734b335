namespace CrmVoip.IntegrationTests.Entrada;

/// <summary>One way to ask badly. DoServidor: refused before the product is reached, so there may be no page.</summary>
public sealed record CasoRuim(string Nome, Action<HttpRequestMessage> Estragar, bool DoServidor = false)
{
    /// <summary>Stands in all that is sent: what of it is in the log was taken from a body.</summary>
    public const string Marca = "zq7marca";

    private static readonly string _longo = new('x', 20_000);

    private static readonly string[] _valores =
    [
        $"{Marca}%00", "%ED%A0%80", "%E2%80%A8", "%0D%0A" + Marca, "%C0%AF", "0001-01-01", "0001-01-01T00:00:00%2B14:00", "9999-12-31T23:59:59-12:00", "31/02/2026",
        "-9223372036854775809", "99999999999999999999999", "1e400", "NaN", "//" + Marca, "/%0A" + Marca, "/" + new string('x', 5_000), "../..", "'\";--",
    ];

    /// <summary>Of a place to go on to, which any action may come to read.</summary>
    private static readonly string[] _voltas = ["//" + Marca, "/%0A" + Marca, "/%E2%80%A8", $"{Marca}%00"];

    public static IEnumerable<CasoRuim> Para(Alvo alvo) =>
        alvo.Insegura ? [.. _metodos, .. _cabecalhos, .. Consultas(alvo), .. Corpos.Todos] : [.. _metodos, .. _cabecalhos, .. Consultas(alvo)];

    /// <summary>What the control sends, with one field that no form of ours would send.</summary>
    public static IEnumerable<CasoRuim> DosCampos(Alvo alvo) =>
        from campo in Corpos.CamposDe(alvo.Corpo)
        from valor in Corpos.Valores
        select new CasoRuim($"{campo} = {Corpos.Curto(valor)}", p => p.Content = alvo.Corpo!.Com(campo, valor).Conteudo());

    private static readonly CasoRuim[] _metodos =
    [
        .. new[] { "HEAD", "OPTIONS", "TRACE", "PATCH", "PROPFIND", "FOO", "get" }.Select(m => new CasoRuim(m, p => p.Method = new HttpMethod(m))),
    ];

    private static readonly CasoRuim[] _cabecalhos =
    [
        .. new[] { "//x", "http://x//y", "http://x/\u2028", "http://x/" + _longo }.Select(v => Cabecalho("Referer", v)),
        .. new[] { "//x", "a:b:c", new string('h', 1_000) }.Select(v => Cabecalho("Host", v, doServidor: true)),
        Cabecalho("Cookie", "crm.sessao=x; crm.csrf=%00; crm.aviso=\u2028", doServidor: true),
        Cabecalho("Accept", new string(',', 9_000)),
        Cabecalho("Range", "bytes=9-1,-,99999999999999999999-"),
        Cabecalho("If-None-Match", "\"\u2028"),
        Cabecalho("X-CSRF-TOKEN", _longo),
        Cabecalho("X-Grande", new string('x', 40_000), doServidor: true),
    ];

    private static IEnumerable<CasoRuim> Consultas(Alvo alvo) =>
        from nome in alvo.Consultas.Union(["ReturnUrl"])
        from valor in alvo.Consultas.Contains(nome) ? _valores : _voltas
        select new CasoRuim($"?{nome}={Corpos.Curto(valor)}", p => p.RequestUri = new Uri($"{p.RequestUri}?{nome}={valor}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }), valor.Length > 4_000);

    private static CasoRuim Cabecalho(string nome, string valor, bool doServidor = false) => new(
        $"{nome}: {Corpos.Curto(valor)}",
        p =>
        {
            p.Headers.Remove(nome);
            p.Headers.TryAddWithoutValidation(nome, valor);
        },
        doServidor);
}
