using CrmVoip.Domain.Importacoes;
using CrmVoip.Features.Vendas.Importacoes;

namespace CrmVoip.UnitTests.Features.Vendas.Importacoes;

public sealed class InterpretarLinhaTests
{
    private static readonly CampoDaImportacao[] _colunas =
        [CampoDaImportacao.Nome, CampoDaImportacao.Empresa, CampoDaImportacao.Telefone, CampoDaImportacao.Telefone, CampoDaImportacao.Email, CampoDaImportacao.Nenhum];

    [Theory]
    [InlineData("11 96123-4567/11 31234567", "", "+5511961234567 +551131234567")]
    [InlineData("(11) 96123-4567", "11 3123-4567 ramal 23", "+5511961234567 +551131234567")]
    [InlineData("(11) 96123-4567", "011 96123-4567", "+5511961234567")]
    [InlineData("11961234567", "", "+5511961234567")]
    [InlineData("'+55 11 96123-4567", "", "+5511961234567")]
    [InlineData("0800 123 4567", "4004-1234", "+558001234567 +5540041234")]
    public void Telephones_of_all_columns_and_cells_are_read(string um, string outro, string numeros)
    {
        var lida = Ler("Ana", "", um, outro);
        Assert.Empty(lida.Erros);
        Assert.Equal(numeros, string.Join(' ', lida.Contato.Numeros.Select(n => n.E164)));
    }

    [Theory]
    [InlineData("11 6123-4567", "Falta o nono dígito? Seria (11) 96123-4567.")]
    [InlineData("96123-4567", "Falta o DDD, como em (11) 96123-4567.")]
    [InlineData("falar com a Rita", "Confira o telefone: DDD e número, como (11) 96123-4567.")]
    public void Telephone_that_is_none_is_told_at_its_cell(string telefone, string mensagem)
    {
        var lida = Ler("Ana", "", "(11) 96123-4567", telefone);
        Assert.Equal([new ErroNaCelula(3, CampoDaImportacao.Telefone, mensagem)], lida.Erros);
        Assert.Equal($"Telefone: {mensagem}", lida.Motivo);
    }

    [Fact]
    public void Ninth_digit_is_added_where_it_was_asked_for() =>
        Assert.Equal("+5511961234567", Assert.Single(new InterpretarLinha(_colunas, nonoDigito: true).Ler(["Ana", "", "11 6123-4567"]).Contato.Numeros).E164);

    [Fact]
    public void Every_mistake_is_told_where_it_is()
    {
        var lida = Ler("", "", "", "", "ana(arroba)sol");
        Assert.Equal([(0, CampoDaImportacao.Nome), (4, CampoDaImportacao.Email)], lida.Erros.Select(e => (e.Coluna!.Value, e.Campo)));
        Assert.Equal([(0, CampoDaImportacao.Nome)], Ler(new string('x', 200)).Erros.Select(e => (e.Coluna!.Value, e.Campo)));
    }

    [Fact]
    public void Of_several_emails_the_first_and_of_our_own_apostrophes_none()
    {
        var lida = Ler("'=Ana", "Sol", "", "", "ana@sol.example; rita@sol.example", "fora");
        Assert.Equal(("=Ana", "Sol", "ana@sol.example"), (lida.Contato.Nome, lida.Contato.Empresa, lida.Contato.Email));
        Assert.Equal("d'Ávila", Ler("d'Ávila").Contato.Nome);
        Assert.Equal("'Zé'", Ler("'Zé'").Contato.Nome);
    }

    [Fact]
    public void Known_by_its_numbers_with_and_without_the_ninth_digit_and_by_its_email() =>
        Assert.Equal(["+5511961234567", "+551161234567", "ana@sol.example"], Ler("Ana", "", "(11) 96123-4567", "", "Ana@Sol.example").Chaves);

    [Theory]
    [InlineData("Nome", CampoDaImportacao.Nome)]
    [InlineData("NOME COMPLETO", CampoDaImportacao.Nome)]
    [InlineData("Razão Social", CampoDaImportacao.Empresa)]
    [InlineData("Telefone 2", CampoDaImportacao.Telefone)]
    [InlineData("WhatsApp", CampoDaImportacao.Telefone)]
    [InlineData("Telefone_Celular", CampoDaImportacao.Telefone)]
    [InlineData("E-mail", CampoDaImportacao.Email)]
    [InlineData("email", CampoDaImportacao.Email)]
    [InlineData("Cidade", CampoDaImportacao.Nenhum)]
    [InlineData("", CampoDaImportacao.Nenhum)]
    public void Titles_are_understood_as_one_writes_them(string titulo, CampoDaImportacao campo) => Assert.Equal(campo, ColunasPropostas.DeTitulo(titulo));

    private static LinhaInterpretada Ler(params string[] celulas) => new InterpretarLinha(_colunas, nonoDigito: false).Ler(celulas);
}
