using System.Text;
using System.Text.Json;
using CrmVoip.IntegrationTests.Isolation;

namespace CrmVoip.IntegrationTests.Entrada;

/// <summary>Bodies that no form and no script of ours sends.</summary>
public static class Corpos
{
    private const string Formulario = "application/x-www-form-urlencoded";
    private const string Json = "application/json";
    private const string Marca = CasoRuim.Marca;
    private const int Grande = 5 * 1024 * 1024;
    private const int UmPoucoDemais = 1_200_000;
    private static readonly string _muitos = string.Join('&', Enumerable.Range(0, 1_100).Select(i => $"c{i}={Marca}"));

    public static CasoRuim[] Todos { get; } =
    [
        Corpo("a value of 5 MB", Formulario, "a=" + new string('x', Grande)),
        Corpo("1,100 fields", Formulario, _muitos),
        Corpo("NUL in a value", Formulario, $"a={Marca}%00"),
        Corpo("NUL itself", Formulario, $"a={Marca}\0"),
        Corpo("NUL in a name", Formulario, $"a%00={Marca}"),
        Corpo("a name of 10 KB", Formulario, new string('n', 10_000) + "=1"),
        Corpo("broken percent signs", Formulario, $"a=%ZZ%&b=%C3&c={Marca}%"),
        Corpo("half a surrogate pair", Formulario, $"Titulo={Marca}%ED%A0%80"),
        Corpo("names in names", Formulario, string.Concat(Enumerable.Repeat("a[b].", 300)) + "=1"),
        Corpo("an index beyond all", Formulario, "Eventos[99999999].Id=1&Ids[-1]=2&[]=3"),
        Corpo("a form in an unknown charset", $"{Formulario}; charset=utf-77", $"a={Marca}"),
        Corpo("a form in UTF-16", $"{Formulario}; charset=utf-16", Encoding.Unicode.GetBytes($"a={Marca}")),
        Corpo("multipart without boundary", "multipart/form-data", $"--x\r\n\r\n{Marca}"),
        Corpo("multipart with a long boundary", "multipart/form-data; boundary=" + new string('b', 300), Marca),
        Corpo("multipart that breaks off", "multipart/form-data; boundary=x", $"--x\r\nContent-Disposition: form-data; name=a\r\n\r\n{Marca}"),
        Corpo("multipart without disposition", "multipart/form-data; boundary=x", $"--x\r\nA: b\r\n\r\n{Marca}\r\n--x--"),
        Corpo("multipart with a broken disposition", "multipart/form-data; boundary=x", $"--x\r\nContent-Disposition: ;;=\"\r\n\r\n{Marca}\r\n--x--"),
        Corpo("multipart with a line that is no header", "multipart/form-data; boundary=x", $"--x\r\n{Marca}\r\n\r\na\r\n--x--"),
        Corpo("multipart with a long header", "multipart/form-data; boundary=x", $"--x\r\nA: {new string('h', 20_000)}\r\n\r\n{Marca}\r\n--x--"),
        Corpo("multipart in an unknown charset", "multipart/form-data; boundary=x", $"--x\r\nContent-Disposition: form-data; name=a\r\nContent-Type: text/plain; charset=utf-77\r\n\r\n{Marca}\r\n--x--"),
        Corpo("multipart with NUL", "multipart/form-data; boundary=x", $"--x\r\nContent-Disposition: form-data; name=a\r\n\r\n{Marca}\0\r\n--x--"),
        Corpo("multipart with a file", "multipart/form-data; boundary=x", $"--x\r\nContent-Disposition: form-data; name=Titulo; filename=\"../{Marca}\"\r\n\r\n{Marca}\r\n--x--"),
        Corpo("XML", "text/xml", $"<a>{Marca}</a>"),
        Corpo("octets", "application/octet-stream", $"{Marca}\0\xff"),
        Corpo("a content type that is none", ";;;", Marca),
        Corpo("JSON of 5 MB", Json, $"{{\"notas\":\"{new string('x', Grande)}\"}}"),
        Corpo("deep JSON", Json, new string('[', 10_000)),
        Corpo("deep JSON of objects", Json, string.Concat(Enumerable.Repeat("{\"dados\":", 500))),
        Corpo("JSON with NUL", Json, $"{{\"id\":\"{Marca}\\u0000\",\"notas\":\"{Marca}\\u0000\",\"numero\":\"\\u0000\",\"token\":\"\\u0000\",\"extension\":\"\\u0000\",\"realm\":\"\\u0000\"}}"),
        Corpo("JSON with half a surrogate pair", Json, $"{{\"notas\":\"{Marca}\\ud83d\",\"numero\":\"\\udc00\",\"realm\":\"\\ud83d\"}}"),
        Corpo("JSON in broken UTF-8", Json, [.. "{\"notas\":\""u8, 0xC3, 0x28, .. "\"}"u8]),
        Corpo("JSON in UTF-16", $"{Json}; charset=utf-16", Encoding.Unicode.GetBytes($"{{\"notas\":\"{Marca}\"}}")),
        Corpo("JSON in an unknown charset", $"{Json}; charset=utf-77", $"{{\"notas\":\"{Marca}\"}}"),
        Corpo("JSON with numbers out of range", Json, "{\"versao\":1e999,\"agora\":\"0001-01-01T00:00:00+14:00\",\"eventos\":[{\"id\":1e999}]}"),
        Corpo("JSON with 100,000 nothings", Json, $"{{\"eventos\":[{string.Join(',', Enumerable.Repeat("null", 100_000))}]}}"),
        Corpo("JSON that breaks off", Json, $"{{\"notas\":\"{Marca}"),
        new("too much without a length", p =>
        {
            p.Content = new StringContent($"{{\"notas\":\"{new string('x', UmPoucoDemais)}\"}}", Encoding.UTF8, Json);
            p.Headers.TransferEncodingChunked = p.Headers.ExpectContinue = true;
        }),
    ];

    /// <summary>For one field of a body that is right otherwise.</summary>
    public static string[] Valores { get; } =
    [
        $"{Marca}\0", $"{Marca}\u2028\r\n", "0001-01-01", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "-9223372036854775809", "99999999999999999999999", "1e400", "NaN", "-1",
    ];

    public static IEnumerable<string> CamposDe(CorpoDoPedido? corpo) => corpo switch
    {
        CorpoDeForm form => form.Campos.Select(c => c.Campo).Distinct(),
        CorpoJson { Valor: var valor } => Folhas(JsonSerializer.SerializeToElement(valor, JsonSerializerOptions.Web), ""),
        _ => [],
    };

    public static string Curto(string valor) => JsonSerializer.Serialize(valor.Length > 60 ? $"{valor[..20]}… ({valor.Length})" : valor);

    private static IEnumerable<string> Folhas(JsonElement no, string nome) => no.ValueKind switch
    {
        JsonValueKind.Object => no.EnumerateObject().SelectMany(p => Folhas(p.Value, nome.Length == 0 ? p.Name : $"{nome}.{p.Name}")),
        JsonValueKind.Array => no.EnumerateArray().Take(1).SelectMany(item => Folhas(item, nome)),
        _ => [nome],
    };

    private static CasoRuim Corpo(string nome, string tipo, string texto) => Corpo(nome, tipo, Encoding.UTF8.GetBytes(texto));

    // A server that wants none of it says so before it is sent.
    private static CasoRuim Corpo(string nome, string tipo, byte[] bytes) => new(
        nome,
        p =>
        {
            p.Content = new ByteArrayContent(bytes);
            p.Content.Headers.TryAddWithoutValidation("Content-Type", tipo);
            p.Headers.ExpectContinue = bytes.Length >= Grande;
        });
}
