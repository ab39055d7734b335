using System.Globalization;
using System.Text.Json;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;

namespace CrmVoip.Web;

/// <summary>Reads the JSON of a recorded fact, in words for people. Tolerant: an old fact lacks what a newer one carries.</summary>
public static class DadosDoRegistro
{
    public static string? Texto(this JsonElement dados, string campo) =>
        dados.ValueKind == JsonValueKind.Object
        && dados.TryGetProperty(campo, out var valor)
        && valor.ValueKind == JsonValueKind.String
        && valor.GetString() is { Length: > 0 } texto
            ? texto
            : null;

    public static bool Sim(this JsonElement dados, string campo) =>
        dados.ValueKind == JsonValueKind.Object && dados.TryGetProperty(campo, out var valor) && valor.ValueKind == JsonValueKind.True;

    public static Guid? Id(this JsonElement dados, string campo) => Guid.TryParse(dados.Texto(campo), out var id) ? id : null;

    public static string? Telefone(this JsonElement dados, string campo) => dados.Texto(campo) is { } numero ? Formato.Telefone(numero) : null;

    public static string? Papel(this JsonElement dados, string campo) =>
        Enum.TryParse<Papel>(dados.Texto(campo), ignoreCase: true, out var papel) ? Formato.Papel(papel) : null;

    /// <summary>"Administrador e Gestor"; null for none.</summary>
    public static string? Papeis(this JsonElement dados, string campo) =>
        dados.ValueKind == JsonValueKind.Object && dados.TryGetProperty(campo, out var lista) && lista.ValueKind == JsonValueKind.Array && lista.GetArrayLength() > 0
            ? string.Join(" e ", lista.EnumerateArray().Select(p => Enum.TryParse<Papel>(p.GetString(), ignoreCase: true, out var papel) ? Formato.Papel(papel).ToLowerInvariant() : null).OfType<string>())
            : null;

    /// <summary>"não atendida".</summary>
    public static string? Desfecho(this JsonElement dados, string campo = "status") =>
        Enum.TryParse<StatusDaLigacao>(dados.Texto(campo)?.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var status)
            ? Formato.Status(status).ToLower(CultureInfo.CurrentCulture)
            : null;

    public static string? Duracao(this JsonElement dados) =>
        dados.ValueKind == JsonValueKind.Object
        && dados.TryGetProperty("duracao", out var valor)
        && valor.ValueKind == JsonValueKind.Number
        && valor.TryGetInt32(out var segundos)
        && segundos > 0
            ? Formato.Duracao(segundos)
            : null;

    /// <summary>"o título, o valor e o contato".</summary>
    public static string Campos(this JsonElement dados) => Enumerar(dados.NomesDosCampos().Select(NomeDoCampo));

    /// <summary>"o valor de R$ 10,00 para R$ 12,00 e o contato": with the values, where the fact has them and they read well.</summary>
    public static string Alteracoes(this JsonElement dados) =>
        Enumerar(dados.NomesDosCampos().Select(campo => NomeDoCampo(campo) is { } nome ? nome + dados.DePara(campo) : null));

    private static string Enumerar(IEnumerable<string?> nomes) => nomes.OfType<string>().Distinct().ToList() switch
    {
        [] => "os dados",
        [var um] => um,
        var varios => $"{string.Join(", ", varios[..^1])} e {varios[^1]}",
    };

    private static IEnumerable<string?> NomesDosCampos(this JsonElement dados) =>
        dados.ValueKind == JsonValueKind.Object && dados.TryGetProperty("campos", out var campos) && campos.ValueKind == JsonValueKind.Array
            ? campos.EnumerateArray().Where(c => c.ValueKind == JsonValueKind.String).Select(c => c.GetString())
            : [];

    private static string DePara(this JsonElement dados, string? campo) =>
        dados.Valor("de", campo) is { } de && dados.Valor("para", campo) is { } para ? $" de {de} para {para}" : "";

    private static string? Valor(this JsonElement dados, string lado, string? campo) =>
        dados.TryGetProperty(lado, out var valores) && valores.ValueKind == JsonValueKind.Object && valores.TryGetProperty(campo ?? "", out var valor)
            ? (campo, valor.ValueKind) switch
            {
                ("Titulo", JsonValueKind.String) => $"“{valor.GetString()}”",
                ("Valor", JsonValueKind.Number) when valor.TryGetDecimal(out var dinheiro) => Formato.Dinheiro(dinheiro),
                _ => null,
            }
            : null;

    private static string? NomeDoCampo(string? campo) => campo switch
    {
        "Titulo" => "o título",
        "Valor" => "o valor",
        "ContatoId" => "o contato",
        "ResponsavelId" => "o responsável",
        "ProximoPasso" or "ProximoPassoEm" => "o próximo passo",
        _ => null,
    };
}
