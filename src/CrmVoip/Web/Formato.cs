using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Text;
using Microsoft.AspNetCore.Html;

namespace CrmVoip.Web;

/// <summary>How values are written on screen, in Brazil's way and the organization's time zone.</summary>
public static class Formato
{
    private static readonly SearchValues<char> _discaveis = SearchValues.Create("+0123456789");
    private static readonly CultureInfo _ptBr = CultureInfo.GetCultureInfo("pt-BR");

    public static string Dinheiro(decimal valor) => valor.ToString("C", _ptBr);

    /// <summary>For the board, where cents that are zero only take room.</summary>
    public static string DinheiroCurto(decimal valor) => valor.ToString(decimal.IsInteger(valor) ? "C0" : "C", _ptBr);

    public static string Numero(decimal valor) => valor.ToString("N2", _ptBr);

    public static string Inteiro(int valor) => valor.ToString("N0", _ptBr);

    public static string Telefone(string e164) => NumeroDeTelefone.Ler(e164)?.Nacional ?? e164;

    public static string? TelefoneSeHouver(string? e164) => string.IsNullOrEmpty(e164) ? null : Telefone(e164);

    public static string Duracao(int segundos) =>
        segundos < 3600
            ? string.Create(_ptBr, $"{segundos / 60:00}:{segundos % 60:00}")
            : string.Create(_ptBr, $"{segundos / 3600}:{segundos / 60 % 60:00}:{segundos % 60:00}");

    public static string DataHora(DateTimeOffset em, string fuso) => Local(em, fuso).ToString("dd/MM/yyyy HH:mm", _ptBr);

    /// <summary>For the records, where the second matters.</summary>
    public static string Momento(DateTimeOffset em, string fuso) => Local(em, fuso).ToString("dd/MM/yyyy HH:mm:ss", _ptBr);

    public static string Data(DateTimeOffset em, string fuso) => Local(em, fuso).ToString("dd/MM/yyyy", _ptBr);

    public static string Hora(DateTimeOffset em, string fuso) => Local(em, fuso).ToString("HH:mm", _ptBr);

    /// <summary>Heading of a day that has passed: "Hoje", "Ontem", "23 de novembro", with the year when it is another.</summary>
    public static string DiaPorExtenso(DateOnly dia, DateOnly hoje) => (hoje.DayNumber - dia.DayNumber) switch
    {
        0 => "Hoje",
        1 => "Ontem",
        _ => dia.ToString(dia.Year == hoje.Year ? "d 'de' MMMM" : "d 'de' MMMM 'de' yyyy", _ptBr),
    };

    /// <summary>Of a day: "sábado, 28 de novembro".</summary>
    public static string DiaDaSemana(DateOnly dia) => dia.ToString("dddd, d 'de' MMMM", _ptBr);

    /// <summary>A day to come or missed: "hoje", "amanhã", "sexta" within a week, else "30/11", with the year when it is another.</summary>
    public static string? Prazo(DateOnly? dia, DateOnly hoje) => (dia?.DayNumber - hoje.DayNumber) switch
    {
        null => null,
        0 => "hoje",
        1 => "amanhã",
        -1 => "ontem",
        > 1 and < 7 => dia!.Value.ToString("dddd", _ptBr).Split('-')[0],
        _ => dia!.Value.ToString(dia.Value.Year == hoje.Year ? "dd/MM" : "dd/MM/yyyy", _ptBr),
    };

    /// <summary>What is to be done next, and when: "sexta · Enviar proposta".</summary>
    public static string? Passo(string? passo, DateOnly? dia, DateOnly hoje) =>
        passo is not null && dia is not null ? $"{Prazo(dia, hoje)} · {passo}" : passo ?? Prazo(dia, hoje);

    /// <summary>A number as it is stored, without the encoder's five bytes for its plus.</summary>
    public static HtmlString EmAtributo(string e164) =>
        new(e164.AsSpan().ContainsAnyExcept(_discaveis) ? HtmlEncoder.Default.Encode(e164) : e164);

    /// <summary>Midnights between two moments, as a person counts days.</summary>
    public static int DiasEntre(DateTimeOffset de, DateTimeOffset ate, string fuso) =>
        Math.Max(0, (Local(ate, fuso).Date - Local(de, fuso).Date).Days);

    public static string Dias(int dias) => dias switch
    {
        0 => "hoje",
        1 => "1 dia",
        _ => string.Create(_ptBr, $"{dias} dias"),
    };

    /// <summary>How long ago, as a person says it: "há 5 min", "hoje, 14:02", "ontem", "12/11".</summary>
    public static string Ha(DateTimeOffset em, DateTimeOffset agora, string fuso) => DiasEntre(em, agora, fuso) switch
    {
        0 when agora - em < TimeSpan.FromMinutes(1) => "agora",
        0 when agora - em < TimeSpan.FromHours(1) => string.Create(_ptBr, $"há {(int)(agora - em).TotalMinutes} min"),
        0 => string.Create(_ptBr, $"hoje, {Local(em, fuso):HH:mm}"),
        1 => "ontem",
        < 7 and var dias => string.Create(_ptBr, $"há {dias} dias"),
        _ => Local(em, fuso).ToString(Local(em, fuso).Year == Local(agora, fuso).Year ? "dd/MM" : "dd/MM/yyyy", _ptBr),
    };

    public static string Papel(Papel? papel) => papel switch
    {
        Domain.Papel.Administrador => "Administrador",
        Domain.Papel.Gestor => "Gestor",
        _ => "Vendedor",
    };

    public static string Status(StatusDaLigacao status) => status switch
    {
        StatusDaLigacao.EmAndamento => "Em andamento",
        StatusDaLigacao.Atendida => "Atendida",
        StatusDaLigacao.NaoAtendida => "Não atendida",
        StatusDaLigacao.Ocupado => "Ocupado",
        StatusDaLigacao.Cancelada => "Cancelada",
        StatusDaLigacao.Recusada => "Recusada",
        StatusDaLigacao.CaixaPostal => "Caixa postal",
        _ => "Falha",
    };

    public static string PrimeiroNome(string nome) => nome.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? nome;

    public static string Iniciais(string nome)
    {
        string[] iniciais = [.. nome.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(parte => parte.Inicial()).Where(i => i.Length > 0)];
        return iniciais switch
        {
            [] => "?",
            [var unica] => unica.ToUpper(_ptBr),
            [var primeira, .., var ultima] => (primeira + ultima).ToUpper(_ptBr),
        };
    }

    private static DateTimeOffset Local(DateTimeOffset em, string fuso) =>
        TimeZoneInfo.ConvertTime(em, Fusos.De(fuso));
}
