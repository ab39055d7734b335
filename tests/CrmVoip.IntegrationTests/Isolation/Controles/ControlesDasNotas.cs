namespace CrmVoip.IntegrationTests.Isolation.Controles;

public sealed class ControlesDasNotas : IControles
{
    public IEnumerable<Controle> Todos => [.. De("oportunidades", doContato: false), .. De("contatos", doContato: true)];

    private static IEnumerable<Controle> De(string assunto, bool doContato)
    {
        var raiz = $"/{assunto}/{{id:guid}}/notas";
        Guid Assunto(Cenario c) => doContato ? c.Oportunidade.ContatoId : c.Oportunidade.Id;
        Controle DaNota(string metodo, string verbo = "", bool retirada = false) =>
            Controle.De($"{metodo} {raiz}/{{notaId:guid}}{verbo}").ComVarios(async c => [Assunto(c), await c.OutraNotaAsync(doContato, retirada)]);
        yield return Controle.De($"GET {raiz}").Com(c => Assunto(c));
        yield return Controle.De($"POST {raiz}").Com(c => Assunto(c)).Form(_ => [("Texto", "Pediu proposta.")]);
        yield return DaNota("GET");
        yield return DaNota("POST").Form(_ => [("Texto", "Prefere à tarde."), ("Visto", "Prefere de manhã.")]).SemEstragar("its field is told by the id of the note, beside that of a new one; NotasTests spoils it");
        yield return DaNota("POST", "/fixar").Form(_ => []);
        yield return DaNota("POST", "/soltar").Form(_ => []);
        yield return DaNota("POST", "/excluir").Form(_ => []);
        yield return DaNota("POST", "/devolver", retirada: true).Form(_ => []);
    }
}
