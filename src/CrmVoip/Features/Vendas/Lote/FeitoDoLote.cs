using CrmVoip.Web;

namespace CrmVoip.Features.Vendas.Lote;

/// <summary>What became of many deals: how many were done, and why the others were not.</summary>
/// <param name="Feitas">How many.</param>
/// <param name="Uma">"movida para Proposta".</param>
/// <param name="Varias">"movidas para Proposta".</param>
public sealed record FeitoDoLote(int Feitas, string Uma, string Varias)
{
    public int Encerradas { get; init; }

    public int Sumiram { get; init; }

    public int DeOutros { get; init; }

    public int JaEstavam { get; init; }

    /// <summary>What takes it back; null where nothing does.</summary>
    public string? Ficha { get; init; }

    /// <summary>"37 movidas para Proposta. 2 não: já estavam encerradas."</summary>
    public string Frase => Feitas switch
    {
        0 => $"Nenhuma {Uma}.",
        1 => $"1 {Uma}.",
        _ => $"{Formato.Inteiro(Feitas)} {Varias}.",
    } + Porque;

    private string Porque
    {
        get
        {
            (int Quantas, string Uma, string Varias)[] porques =
            [
                (Encerradas, "já estava encerrada", "já estavam encerradas"), (DeOutros, "é de outra pessoa", "são de outras pessoas"),
                (JaEstavam, "já estava lá", "já estavam lá"), (Sumiram, "não existe mais", "não existem mais"),
            ];
            var ditos = porques.Where(p => p.Quantas > 0).ToList();
            string Dito((int Quantas, string Uma, string Varias) porque) => porque.Quantas == 1 ? porque.Uma : porque.Varias;
            return ditos switch
            {
                [] => "",
                [var um] => $" {Formato.Inteiro(um.Quantas)} não: {Dito(um)}.",
                _ => $" {Formato.Inteiro(ditos.Sum(d => d.Quantas))} não: {string.Join(", ", ditos.Select(d => $"{Formato.Inteiro(d.Quantas)} {Dito(d)}"))}.",
            };
        }
    }
}
