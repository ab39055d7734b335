using System.Text.Json;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;

namespace CrmVoip.Web;

/// <summary>The fields that an edit changed, in words.</summary>
public static class AlteracoesEmPalavras
{
    private const string SemResultado = "sem resultado";

    /// <summary>"o título, o valor e o contato".</summary>
    public static string CamposEmPalavras(this OportunidadeEditada edicao) => Enumerar(edicao.Campos.Select(NomeDoCampo));

    /// <summary>"o nome e o telefone".</summary>
    public static string CamposEmPalavras(this ContatoEditado edicao) => Enumerar(edicao.Campos.Select(NomeDoCampo));

    /// <summary>"o valor de R$ 10,00 para R$ 12,00 e o contato": with the values, where the fact has them and they read well.</summary>
    public static string EmPalavras(this OportunidadeEditada edicao) => EmPalavras(edicao.Campos, edicao.De, edicao.Para);

    /// <summary>"o nome de “Marina” para “Marina Alves”".</summary>
    public static string EmPalavras(this ContatoEditado edicao) =>
        EmPalavras(edicao.Campos.Contains(nameof(Contato.TelefoneTexto)) ? [.. edicao.Campos.Where(c => c != nameof(Contato.Telefone))] : edicao.Campos, edicao.De, edicao.Para);

    private static string EmPalavras(IEnumerable<string> campos, IReadOnlyDictionary<string, JsonElement> de, IReadOnlyDictionary<string, JsonElement> para) =>
        Enumerar(campos.Select(campo => NomeDoCampo(campo) is { } nome ? nome + DePara(de, para, campo) : null));

    /// <summary>"o resultado de Não atendeu para Caixa postal e a nota".</summary>
    public static string EmPalavras(this LigacaoCorrigida correcao) => Enumerar(
    [
        correcao.MudouResultado ? $"o resultado de {correcao.De ?? SemResultado} para {correcao.Para ?? SemResultado}" : null,
        correcao.Nota switch
        {
            MudancaDaNota.Escrita => "a nota, que não havia",
            MudancaDaNota.Alterada => "a nota",
            MudancaDaNota.Apagada => "a nota, que apagou",
            _ => null,
        },
    ]);

    /// <summary>"de 30/11/2026 para 01/12/2026".</summary>
    public static string EmPalavras(this TarefaAdiada adiada) => $"de {Dia(adiada.De)} para {Dia(adiada.Para)}";

    private static string Dia(DateOnly? dia) => dia is { } d ? d.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture) : "sem data";

    private static string Enumerar(IEnumerable<string?> nomes) => nomes.OfType<string>().Distinct().ToList() switch
    {
        [] => "os dados",
        [var um] => um,
        var varios => $"{string.Join(", ", varios[..^1])} e {varios[^1]}",
    };

    private static string DePara(IReadOnlyDictionary<string, JsonElement> antes, IReadOnlyDictionary<string, JsonElement> depois, string campo) =>
        Valor(antes, campo) is { } de && Valor(depois, campo) is { } para ? $" de {de} para {para}" : "";

    private static string? Valor(IReadOnlyDictionary<string, JsonElement> valores, string campo) => valores.TryGetValue(campo, out var valor)
        ? (campo, valor.ValueKind) switch
        {
            (nameof(Oportunidade.Titulo) or nameof(Contato.Nome) or nameof(Contato.Empresa) or nameof(Contato.Email) or nameof(Contato.TelefoneTexto), JsonValueKind.String) => $"“{valor.GetString()}”",
            (nameof(Oportunidade.Valor), JsonValueKind.Number) when valor.TryGetDecimal(out var dinheiro) => Formato.Dinheiro(dinheiro),
            _ => null,
        }
        : null;

    private static string? NomeDoCampo(string? campo) => campo switch
    {
        nameof(Oportunidade.Titulo) => "o título",
        nameof(Oportunidade.Valor) => "o valor",
        nameof(Oportunidade.ContatoId) => "o contato",
        nameof(Oportunidade.ResponsavelId) => "o responsável",
        nameof(Contato.Nome) => "o nome",
        nameof(Contato.Empresa) => "a empresa",
        nameof(Contato.Email) => "o e-mail",
        nameof(Contato.Telefone) or nameof(Contato.TelefoneTexto) => "o telefone",
        nameof(Oportunidade.ProximoPasso) or nameof(Oportunidade.ProximoPassoEm) => "o próximo passo",
        _ => null,
    };
}
