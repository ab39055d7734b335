using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Contas
{
    /// <summary>Events of accounts may be forgotten, late.</summary>
    public partial class Retencao : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_eventos_de_conta_ocorrido_em",
                table: "eventos_de_conta",
                column: "ocorrido_em");

            migrationBuilder.VerTudo("eventos_de_conta");
            migrationBuilder.SoApagarDepoisDe("eventos_de_conta", "ocorrido_em", "184 days");
            migrationBuilder.Conceder("crm_auth", "delete", "eventos_de_conta");
        }

        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new System.NotSupportedException("Grants are not taken back by going down.");
    }
}
